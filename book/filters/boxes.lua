-- boxes.lua: the elements that stand out of the text. ::: predict … ::: is all that a page says; an
-- answer in a discussion is folded on a screen and follows in small print on paper.
local fault = require "fault"
local M = {}

M.titles = {
  goals = "Questions of this week", predict = "Predict before you run", wrong = "What can go wrong",
  discuss = "To discuss", answer = "An answer", run = "Run it", summary = "Summary",
  korean = "한국어 요약", note = "Aside",
}

local function has_title(div)
  for _, class in ipairs(div.classes) do if M.titles[class] then return class end end
end

local KNOWN = {figure = true, glossary = true, index = true, exercises = true, exercise = true, refs = true}

-- A class that nobody knows is a box that would vanish.
local function check(div)
  if has_title(div) or div.identifier ~= "" then return end
  for _, class in ipairs(div.classes) do
    if not KNOWN[class] then fault.say("no box is called %s", class) end
  end
end

function M.write(doc, form)
  return doc:walk {Div = function(div)
    check(div)
    local kind = has_title(div)
    if not kind then return nil end
    return form.box(kind, div.attributes.title or M.titles[kind], div.content)
  end}
end

return M
