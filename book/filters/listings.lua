-- listings.lua: fills an empty fence with the program's own lines.
--
--     ```{.c src=FILE fn=NAME}           a function, struct or table with the comment over it
--     ```{.c src=FILE fn=NAME to=NAME}   from one definition through another
--     ```{.c src=FILE part=NAME}         what stands between //@ NAME and //@ end NAME
--     ```{.c src=FILE part=head}         all before the first definition
--     ```{.c src=FILE}                   the whole file: its name, which leads to it, and how long it is
--     ```{.text run=ch07-cnn file=NAME}  a file that a run left behind
local fault, source, results = require "fault", require "source", require "results"
local M = {shown = {}, parts = {}, widest = 78, longest = 40}

local function range(t, a)
  if a.fn then
    local first, last = source.definition(t, a.fn)
    if not first or not a.to then return first, last end
    local start, stop = source.definition(t, a.to)
    if not start then return nil, stop end
    if stop < last then return nil, a.to .. " stands before " .. a.fn end
    return first, stop
  end
  if a.part == "head" then return source.head(t) end
  if a.part then return source.part(t, a.part) end
  return 1, #t
end

local function columns(line) return utf8.len(line) or #line end

-- The lines without markers and without the indentation that all share.
local function cut(t, first, last, path)
  local out, indent = {}, math.huge
  for i = first, last do
    if not source.is_marker(t[i]) then
      out[#out + 1] = t[i]
      if t[i]:match("%S") then indent = math.min(indent, #t[i]:match("^ *")) end
      if columns(t[i]) > M.widest then
        fault.say("%s:%d is shown and has more than %d columns", path, i, M.widest)
      end
    end
  end
  for i, line in ipairs(out) do out[i] = line:sub(indent + 1) end
  return table.concat(out, "\n")
end

-- A listing stands on one page of paper, and in a reader's head. A whole file is only named.
local function check_length(text, place, whole)
  local lines = select(2, text:gsub("\n", "")) + 1
  if not whole and lines > M.longest then fault.say("%s: the listing has %d lines, over %d", place, lines, M.longest) end
end

local function fill(block)
  local a = block.attributes
  local t = source.read(a.src)
  if not t then fault.say("no such file: %s", a.src) return block end
  local first, last = range(t, a)
  if not first then fault.say("%s %s", a.src, last) return block end
  block.text = cut(t, first, last, a.src)
  M.shown[#M.shown + 1] = {a.src, first, last}
  if a.part and a.part ~= "head" then M.parts[#M.parts + 1] = {a.src, a.part} end
  local lines = {path = a.src, first = tostring(first), last = tostring(last)}
  if not a.fn and not a.part then lines.whole = tostring(#t)
  else lines.defines = table.concat(source.defined(t, first, last), " ") end
  check_length(block.text, a.src .. ":" .. first, lines.whole)
  for _, key in ipairs {"src", "fn", "to", "part"} do a[key] = nil end
  for key, value in pairs(lines) do a[key] = value end
  return block
end

function M.block(block)
  local a = block.attributes
  if a.src then return fill(block) end
  if a.run and a.file then
    block.text = results.text(a.run, a.file)
    check_length(block.text, a.run .. "/" .. a.file)
    a.run, a.file = nil, nil
    return block
  end
  check_length(block.text, ("the fence \"%s\""):format(block.text:match("[^\n]*")))
end

function M.fill(doc) return doc:walk {CodeBlock = M.block} end

return M
