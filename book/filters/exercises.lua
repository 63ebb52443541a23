-- exercises.lua: ::: {.exercises of=chapters/ch07-cnn} ::: becomes the chapter's exercises, each from its
-- folder's task.md, whose head names title, kind, minutes and core. 02-convolution of ch07-cnn is
-- exercise 7.2 with the label ex:ch07-02-convolution.
local fault, files = require "fault", require "files"
local M = {core_minutes = 0}

local function read(folder, name, chapter)
  local path = folder .. "/" .. name .. "/task.md"
  local lines = files.lines(path)
  if not lines then return nil end
  local task = pandoc.read(table.concat(lines, "\n"), "markdown-auto_identifiers+fenced_divs")
  local function meta(key)
    if task.meta[key] == nil then fault.say("%s does not say its %s", path, key) end
    return pandoc.utils.stringify(task.meta[key] or "")
  end
  local number = tostring(tonumber(chapter)) .. "." .. tostring(tonumber(name:match("^%d+")))
  local core = meta("core") == "true"
  if core then M.core_minutes = M.core_minutes + (tonumber(meta("minutes")) or 0) end
  local title = ("Exercise %s: %s (%s, %s minutes, %s)"):format(number, meta("title"), meta("kind"), meta("minutes"),
                                                                core and "core" or "further")
  return pandoc.Div(task.blocks, pandoc.Attr("ex:ch" .. chapter .. "-" .. name, {"exercise"},
                                             {number = number, title = title}))
end

local function all(folder)
  local chapter = folder:match("/ch(%d%d)")
  local names = io.popen("ls '" .. folder .. "/exercises' 2>/dev/null")   -- pandoc 2.17 cannot list one
  local out = pandoc.List()
  for name in names:lines() do
    if name:match("^%d%d%-") then out:insert(read(folder .. "/exercises", name, chapter)) end
  end
  names:close()
  if #out == 0 then fault.say("no exercise in %s/exercises", folder) end
  return out
end

function M.pull(doc)
  return doc:walk {Div = function(div)
    if div.classes:includes("exercises") then return all(div.attributes.of or "") end
  end}
end

function M.write(doc, form)
  return doc:walk {Div = function(div)
    if div.identifier:match("^ex:") then return form.exercise(div.identifier, div.attributes.title, div.content) end
  end}
end

return M
