-- boxes.lua: the elements that stand out of the text. ::: predict … ::: is all that a page says. A prediction
-- and a discussion hold their answer, which answers.lua keeps apart from them.
local fault, plain, answers = require "fault", require "plain", require "answers"
local M = {}

M.titles = {
  goals = "Questions of this week", predict = "Predict", wrong = "What can go wrong",
  discuss = "To discuss", answer = "An answer", run = "Run it", summary = "Summary",
  korean = "한국어 요약", note = "Aside", bring = "What you bring along",
}

-- Places that are filled in, each with its attribute.
local FILLED = {glossary = "", index = "", exercises = "of"}

-- A list of words and their meanings, which becomes two columns.
local function check_bring(div)
  if #div.content ~= 1 or div.content[1].t ~= "DefinitionList" then
    fault.say("the box bring holds something other than one list of words, each with its meaning: a line \":   …\" under it")
  end
end

local function check_content(div, class)
  local empty = #div.content == 0
  if FILLED[class] and not empty then fault.say("the box %s has text of its own, where others fill it", class) end
  if M.titles[class] and empty then fault.say("the box %s is empty", class) end
end

-- On paper an answer is no box, so that its pictures can float.
local function check_inside(div, class)
  local asked, own = answers.split(div)
  if answers.ASKING[class] and #own ~= 1 then fault.say("the box %s has %d answers, not one: ::: answer, inside it", class, #own) end
  if class == "answer" then return end
  asked:walk {Image = function(image) fault.say("the picture %s stands in a box %s, where it cannot float", image.src, class) end}
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
  if class == "bring" then check_bring(div) end
  if M.titles[class] then check_inside(div, class) end
end

-- An answer is found by its box; one that stands elsewhere would stay beside its question.
local function check_answers(doc)
  local all, found = 0, 0
  doc:walk {Div = function(div)
    if div.classes:includes("answer") then all = all + 1 end
    if answers.ASKING[div.classes[1]] then found = found + #select(2, answers.split(div)) end
  end}
  if all > found then fault.say("an answer stands outside of a box that asks; it belongs into ::: predict or ::: discuss") end
end

function M.check(doc)
  doc:walk {Div = check}
  check_answers(doc)
end

function M.write(doc, form)
  return doc:walk {Div = function(div)
    local kind = div.classes[1]
    if not M.titles[kind] then return nil end
    local content = kind == "bring" and form.bring(div.content[1]) or div.content
    return form.box(kind, div.attributes.title or M.titles[kind], content)
  end}
end

return M
