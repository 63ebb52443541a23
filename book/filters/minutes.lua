-- minutes.lua: how long a chapter's core takes: 20 minutes for 1,000 words, 10 for each numbered
-- equation, what its runs say (```{.sh .run minutes=2}), and its core exercises.
local M = {limit = 300}

local function words(blocks)
  local count = 0
  blocks:walk {Str = function(x) if x.text:match("[%w\u{80}-\u{ff}]") then count = count + 1 end end}
  return count
end

local function runs(blocks)
  local sum = 0
  blocks:walk {CodeBlock = function(x)
    if x.classes:includes("run") then sum = sum + (tonumber(x.attributes.minutes) or 0) end
  end}
  return sum
end

-- {words, equations, runs, exercises, minutes}, over the core sections of a numbered page.
function M.count(labels, exercise_minutes)
  local sum = {words = 0, equations = 0, runs = 0, exercises = exercise_minutes}
  for _, section in ipairs(labels.sections) do
    for _, blocks in ipairs(section.core and section.blocks or {}) do
      sum.words = sum.words + words(blocks)
      sum.runs = sum.runs + runs(blocks)
    end
  end
  for _, label in ipairs(labels.all) do
    if label.kind == "eq" and label.core then sum.equations = sum.equations + 1 end
  end
  sum.minutes = math.ceil(sum.words / 1000 * 20 + sum.equations * 10 + sum.runs + sum.exercises)
  return sum
end

return M
