-- answers.lua: no answer stands beside its question. On a screen it is folded away where it stands; on paper, and in
-- an EPUB, it is taken out of its box and comes at the end of the section.
local M = {page = ""}
local count = 0

M.ASKING = {predict = true, discuss = true}   -- the boxes that have one

local function is_answer(block) return block.t == "Div" and block.classes:includes("answer") end

-- What a box asks, and its answers.
function M.split(div)
  local asked, answers = pandoc.Blocks {}, pandoc.Blocks {}
  for _, block in ipairs(div.content) do
    if is_answer(block) then answers:insert(block) else asked:insert(block) end
  end
  return asked, answers
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
      last:insert(form.answer(key, answer.attributes.title or "An answer"))
      last:extend(answer.content)
    end
    return div
  end}
  section.blocks:extend(last)
  return section
end

return M
