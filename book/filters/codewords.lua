-- codewords.lua: what in an exercise's plain text is code: what stands in `…`, a call such as y(0,0), a file, a name
-- with an underscore, and the one or two letters by which the stub calls its arguments or answers.
local M = {}

local CODE = {
  "^[%a_][%w_]*%([^%s()]*%)",          -- y(i,j), evidence()
  "^[%a_][%w_]*_[%w_]*%b()",           -- output_size(7, 3, 2, 1)
  "^[%a_][%w_]*_[%w_]+%.%l+%f[%W]",    -- output_size.h
  "^[%w_]+%.[ch]%f[%W]", "^[%w_]+%.tsv%f[%W]",
  "^[%a_][%w_]*_[%w_]+",               -- learning_rate
}

-- x, dy among a C function's arguments; in any text x of x(0,0) and y of y_0_0.
function M.short_names(stub)
  local names = {}
  for _, line in ipairs(stub) do
    local called = (line:match("^[ /]%*") or line:match("^#")) and "%f[%w](%a%a?)%f[(]" or "[%s*](%a%a?)%f[,)]"
    for name in line:gmatch(called) do names[name] = true end
    local asked = line:match("^(%a)_%d")
    if asked then names[asked] = true end
  end
  names.a, names.i = nil, nil   -- words of the language
  return names
end

local function code_end(text, at, names)
  for _, pattern in ipairs(CODE) do
    local _, stop = text:find(pattern, at)
    if stop then return stop end
  end
  local name = text:match("^%a+", at)
  return name and names[name] and at + #name - 1 or nil
end

-- Pieces {text, is_code} of words without marks.
local function pieces(text, names)
  local out, plain, at = {}, 1, 1
  local function close(stop)
    if stop >= plain then out[#out + 1] = {text:sub(plain, stop), false} end
  end
  while at <= #text do
    local stop = code_end(text, at, names)
    if stop then
      close(at - 1)
      out[#out + 1] = {text:sub(at, stop), true}
      at, plain = stop + 1, stop + 1
    else at = text:match("^[%w_]+()", at) or at + 1 end
  end
  close(#text)
  return out
end

-- Where digits and signs end that begin at a place. A point belongs to a number where a digit follows it; otherwise
-- it ends a sentence.
local function signs_end(text, at)
  local signs = text:match("^[%s%d*+=/.-]*", at):gsub("%.%f[^%d.].*", "")
  return at + #signs - 1
end

-- The computation with which some words begin, and the rest: " = 1 + 0.5 is" gives " = 1 + 0.5" and " is". A letter
-- between two signs belongs to it.
local function computation(text)
  local stop, letter = 0, nil
  repeat
    stop = signs_end(text, stop + 1)
    letter = text:sub(1, stop):find("[*+=/-]%s*$") and text:match("^%a()%s+[*+/-]", stop + 1)
    stop = letter and letter - 1 or stop
  until not letter
  local sum = text:sub(1, stop)
  if not sum:match("[*+=/]") then return "", text end
  if #sum < #text then sum = sum:match("^(.-)%s*$") end
  return sum, text:sub(#sum + 1)
end

-- y(0) = b(1) + 2*3 is one piece of code.
local function joined(list)
  local out = {}
  for _, piece in ipairs(list) do
    local last = out[#out]
    local behind_code = last and last[2]
    if behind_code and piece[2] and last.open then last[1], last.open = last[1] .. piece[1], false
    elseif behind_code and not piece[2] then
      local sum, rest = computation(piece[1])
      last[1], last.open = last[1] .. sum, rest == ""
      if rest ~= "" then out[#out + 1] = {rest, false} end
    else out[#out + 1] = piece end
  end
  return out
end

function M.inlines(text, names)
  local out = pandoc.List()
  for words, code in (text .. "``"):gmatch("([^`]*)`([^`]*)`") do
    words = words:gsub("(%d) x (%d)", "%1 × %2")   -- no argument: a size, which a plain text writes so
    for _, piece in ipairs(joined(pieces(words, names))) do
      out:insert(piece[2] and pandoc.Code(piece[1]) or pandoc.Str(piece[1]))
    end
    if code ~= "" then out:insert(pandoc.Code(code)) end
  end
  return out
end

return M
