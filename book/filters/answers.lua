-- answers.lua: no answer stands beside its question. On a screen it is folded away where it stands; on paper, and in
-- an EPUB, it is taken out of its box and comes at the end of the section.
local M = {page = ""}
local count = 0

M.ASKING = {predict = "The answer", discuss = "An answer"}   -- the boxes that have one, and what it is called

local function is_answer(block) return block.t == "Div" and block.classes:includes("answer") end

-- What a box asks, and its answers.
function M.split(div)
  local asked, answers = pandoc.Blocks {}, pandoc.Blocks {}
  for _, block in ipairs(div.content) do
    if is_answer(block) then answers:insert(block) else asked:insert(block) end
  end
  return asked, answers
end

-- Gives each answer the title that fits its box.
function M.name(doc)
  return doc:walk {Div = function(div)
    local title = M.ASKING[div.classes[1]]
    if not title then return nil end
    for _, answer in ipairs(select(2, M.split(div))) do answer.attributes.title = answer.attributes.title or title end
    return div
  end}
end

-- form.asked(key) stands at the end of a box and leads to its answer, form.answer(key, title) before the answer.
function M.move(section, form)
  local last = pandoc.List()
  section = section:walk {Div = function(div)
    if not M.ASKING[div.classes[1]] then return nil end
    local asked, answers = M.split(div)
    div.content = asked
    for _, answer in ipairs(answers) do
      count = count + 1
      local key = M.page .. "-" .. count
      div.content:insert(form.asked(key))
      last:insert(form.answer(key, answer.attributes.title))
      last:extend(answer.content)
    end
    return div
  end}
  section.blocks:extend(last)
  return section
end

return M
