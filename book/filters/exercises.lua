-- exercises.lua: ::: {.exercises of=chapters/ch07-cnn} ::: becomes the chapter's exercises. What an
-- exercise asks stands in the comment at the head of its stub, where the learner reads it; its first
-- line is "07-02  Convolution    build, core, 50 minutes". Exercise 7.2 has the label
-- ex:ch07-02-convolution. Those on C, chapter 00, stand in appendix C.
local fault, files, codewords = require "fault", require "files", require "codewords"
local M = {core_minutes = 0}

-- The first comment of a C file or of a text file, without its stars.
local function comment(lines)
  local out = {}
  for _, line in ipairs(lines) do
    local last = line:match("%*/")
    line = line:gsub("^/%*", " *"):gsub("%*/.*", "")
    local text = line:match("^ %*(.*)$") or line:match("^#(.*)$")
    if not text then break end
    out[#out + 1] = text:gsub("^ ", ""):gsub("%s+$", "")
    if last then break end
  end
  return out
end

-- Lines that are set apart, by their indentation or by columns, stay as they are; others are prose. Of "Check" the
-- one command is left: how to get a hint is the same for all.
local function block(lines, word, names)
  local text = table.concat(lines, "\n")
  local command = word == "Check" and text:match("make check EX=[%d-]+")
  if command then return {pandoc.CodeBlock(command, {class = "sh"})} end
  local shaped = ("\n" .. text):match("\n ") or text:match("%S   +%S")
  local label = word and pandoc.List {pandoc.Strong {pandoc.Str(word)}, pandoc.Space()} or pandoc.List()
  if not shaped then return {pandoc.Para(label .. codewords.inlines(files.flat(text), names))} end
  local out = pandoc.List {pandoc.CodeBlock(text, {class = "text"})}
  if word then out:insert(1, pandoc.Plain(label)) end
  return out
end

-- Paragraphs end at an empty line; "Task      words" begins one, and its lines are indented by ten. What
-- stands behind an empty line with that indentation belongs to it still.
local function blocks(lines, names)
  local out, now, word = pandoc.List(), {}, nil
  local function close()
    while now[#now] == "" do now[#now] = nil end
    if #now > 0 then out:extend(block(now, word, names)) end
    now, word = {}, nil
  end
  for i, line in ipairs(lines) do
    local name, rest = line:match("^(%u%a+)   +(%S.*)$")
    local continued = line:match("^" .. (" "):rep(10) .. "(.*)$")
    if name and #line - #rest == 10 then close() word, now = name, {rest}
    elseif word and continued then now[#now + 1] = continued
    elseif word and line == "" then now[#now + 1] = ""
    elseif line == "" then close()
    else
      if word or #now > 0 and (line:match("^ ") ~= nil) ~= (now[1]:match("^ ") ~= nil) then close() end
      now[#now + 1] = line
    end
  end
  close()
  return out
end

local function read(folder, name)
  local path = folder .. "/" .. name .. "/stub.c"
  local lines = files.lines(path)
  if not lines then
    path = folder .. "/" .. name .. "/stub.txt"
    lines = files.lines(path)
  end
  if not lines then fault.say("%s/%s has no stub", folder, name) return {} end
  local text = comment(lines)
  local chapter, number, title, kind, core, minutes =
    (table.remove(text, 1) or ""):match("^(%d%d)%-(%d%d)  (%S.-)  +(%a+), (%a+), (%d+) minutes$")
  if not chapter or (core ~= "core" and core ~= "further") then
    fault.say("%s does not begin with its number, title, kind, core or further, and minutes", path)
    return {}
  end
  if core == "core" then M.core_minutes = M.core_minutes + tonumber(minutes) end
  number = (chapter == "00" and "C" or tonumber(chapter)) .. "." .. tonumber(number)
  local heading = ("Exercise %s: %s (%s, %s, %s minutes)"):format(number, title, kind, core, minutes)
  return {pandoc.Div(blocks(text, codewords.short_names(lines)), pandoc.Attr("ex:ch" .. chapter .. "-" .. name, {"exercise"},
                                               {number = number, title = heading}))}
end

local function all(folder)
  local names = io.popen("ls '" .. folder .. "/exercises' 2>/dev/null")   -- pandoc 2.17 cannot list one
  local out, count = pandoc.List(), 0
  for name in names:lines() do
    if name:match("^%d%d%-") then
      out:extend(read(folder .. "/exercises", name))
      count = count + 1
    end
  end
  names:close()
  if count == 0 then fault.say("no exercise in %s/exercises", folder) end
  return out
end

function M.pull(doc)
  return doc:walk {Div = function(div)
    if div.classes:includes("exercises") and div.attributes.of then return all(div.attributes.of) end
  end}
end

function M.write(doc, form)
  return doc:walk {Div = function(div)
    if div.identifier:match("^ex:") then return form.exercise(div.identifier, div.attributes.title, div.content) end
  end}
end

return M
