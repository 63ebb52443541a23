-- boxes.lua: the elements that stand out of the text. ::: predict … ::: is all that a page says; an
-- answer in a discussion is folded on a screen and follows in small print on paper.
local fault, plain = require "fault", require "plain"
local M = {}

M.titles = {
  goals = "Questions of this week", predict = "Predict", wrong = "What can go wrong",
  discuss = "To discuss", answer = "An answer", run = "Run it", summary = "Summary",
  korean = "한국어 요약", note = "Aside",
}

-- Places that are filled in, each with its attribute.
local FILLED = {glossary = "", index = "", exercises = "of"}

local function check_content(div, class)
  local empty = #div.content == 0
  if FILLED[class] and not empty then fault.say("the box %s has text of its own, where others fill it", class) end
  if M.titles[class] and empty then fault.say("the box %s is empty", class) end
end

-- A class that nobody knows is a box that would vanish; a table's box is looked at by tables.lua.
local function check(div)
  if div.identifier:match("^tab:") then return end
  local class = div.classes[1]
  if not class then
    fault.say("a box without a name, or a table's label: %s", div.identifier .. " " .. plain.of(div.content):match("^%S* ?%S* ?%S*"))
    return
  end
  for _, name in ipairs(div.classes) do
    if not M.titles[name] and not FILLED[name] then fault.say("no box is called %s%s", name, fault.only(M.titles, FILLED)) end
  end
  if #div.classes > 1 then fault.say("a box with two names: %s", table.concat(div.classes, " ")) end
  if div.identifier ~= "" then fault.say("the box %s has the label %s; only a table's has one, tab:…", class, div.identifier) end
  local needs = FILLED[class] or ""
  if needs ~= "" and not div.attributes[needs] then fault.say("the box %s needs %s=", class, needs) end
  for name in pairs(div.attributes) do
    if name ~= (FILLED[class] or "title") then fault.say("the box %s has no %s", class, name) end
  end
  check_content(div, class)
  if M.titles[class] then
    div:walk {Image = function(image) fault.say("the picture %s stands in a box %s, where it cannot float", image.src, class) end}
  end
end

function M.check(doc) doc:walk {Div = check} end

function M.write(doc, form)
  return doc:walk {Div = function(div)
    local kind = div.classes[1]
    if not M.titles[kind] then return nil end
    return form.box(kind, div.attributes.title or M.titles[kind], div.content)
  end}
end

return M
