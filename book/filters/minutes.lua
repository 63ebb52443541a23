-- minutes.lua: how long a chapter's core takes, and what it may take. Exercises have minutes of their own, so
-- their words are not counted again; the Korean summary says what has been read already.
local M = {limit = 300}   -- minutes: where the making stops

-- The one table of budgets. Each part of a core: its minutes, and how much of it there may be (or must, if least)
-- before the check warns. `figures` are those of the core; the least is asked of the whole chapter.
M.parts = {
  {name = "words", minutes = 20 / 1000, most = 4500},
  {name = "equations", minutes = 4, most = 10},
  {name = "lines", minutes = 1 / 5, most = 120},   -- of listings
  {name = "figures", minutes = 2},
  {name = "runs", minutes = 1},                     -- ```{.sh .run minutes=2}
  {name = "exercises", minutes = 1, most = 80},
  {name = "minutes", most = 270},
  {name = "all figures", least = 10},
}

local function words(blocks)
  local count = 0
  blocks:walk {
    traverse = "topdown",
    Div = function(div)
      if div.classes:includes("korean") or div.classes:includes("exercise") then return {}, false end
    end,
    Image = function() return {}, false end,   -- its alternative text
    Str = function(x) if x.text:match("[%w\u{80}-\u{ff}]") then count = count + 1 end end,
  }
  return count
end

local function is_listing(block) return block.attributes.path and not block.attributes.whole or block.classes:includes("sketch") end

local function lines_and_runs(blocks)
  local lines, runs = 0, 0
  blocks:walk {CodeBlock = function(x)
    if is_listing(x) then lines = lines + select(2, x.text:gsub("\n", "")) + 1 end
    if x.classes:includes("run") then runs = runs + (tonumber(x.attributes.minutes) or 0) end
  end}
  return lines, runs
end

-- Over the core sections of a page, by the names of M.parts.
function M.count(labels, exercise_minutes)
  local sum = {words = 0, equations = 0, lines = 0, figures = 0, runs = 0, exercises = exercise_minutes, ["all figures"] = 0}
  for _, section in ipairs(labels.sections) do
    for _, blocks in ipairs(section.core and section.blocks or {}) do
      local lines, runs = lines_and_runs(blocks)
      sum.words, sum.lines, sum.runs = sum.words + words(blocks), sum.lines + lines, sum.runs + runs
    end
  end
  for _, label in ipairs(labels.all) do
    if label.kind == "eq" and label.core then sum.equations = sum.equations + 1 end
    if label.kind == "fig" and label.core then sum.figures = sum.figures + 1 end
    if label.kind == "fig" then sum["all figures"] = sum["all figures"] + 1 end
  end
  local minutes = 0
  for _, part in ipairs(M.parts) do minutes = minutes + (part.minutes or 0) * (sum[part.name] or 0) end
  sum.minutes = math.ceil(minutes)
  return sum
end

-- As the fields of a row of the scan, and back.
function M.fields(sum)
  local out = {}
  for i, part in ipairs(M.parts) do out[i] = tostring(sum[part.name]) end
  return table.unpack(out)
end

function M.read(row)
  local sum = {}
  for i, part in ipairs(M.parts) do sum[part.name] = tonumber(row[i + 1]) end
  return sum
end

local function is_over(part, value)
  return part.most and value > part.most or part.least and value < part.least or false
end

-- What of a chapter is more (or less) than its budget, in words.
function M.warnings(sum)
  local out = {}
  for _, part in ipairs(M.parts) do
    local value = sum[part.name]
    if is_over(part, value) then
      out[#out + 1] = ("%s: %d, %s %d"):format(part.name, value, part.most and "over" or "under", part.most or part.least)
    end
  end
  return out
end

local function bound(part)
  return part.most and "≤ " .. part.most or part.least and "≥ " .. part.least or ""
end

-- Right-aligned by letters, not bytes.
local function right(text, width) return (" "):rep(width - utf8.len(text)) .. text end

-- sums: {{name, sum}, …}. One line a chapter; `!` stands behind what is not within its budget.
function M.report(sums)
  local head, budget = {right("core", 12)}, {right("budget", 12)}
  for _, part in ipairs(M.parts) do
    head[#head + 1] = right(part.name, 11)
    budget[#budget + 1] = right(bound(part), 11)
  end
  local lines = {table.concat(head, " "), table.concat(budget, " ")}
  for _, one in ipairs(sums) do
    local line = {right(one[1], 12)}
    for _, part in ipairs(M.parts) do
      line[#line + 1] = right(("%d%s"):format(one[2][part.name], is_over(part, one[2][part.name]) and "!" or ""), 11)
    end
    lines[#lines + 1] = table.concat(line, " ")
  end
  return table.concat(lines, "\n") .. "\n"
end

return M
