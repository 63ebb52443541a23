-- claims.lua: sentences that compare numbers of a run.
--
--     [the dense network loses more]{.claim test="shift_4_dense < shift_4_cnn and shift_4_cnn > 0.5"}
--
-- A side is a number, a metric of the page's program, or run=NAME's, or a cell of one of its tables, as
-- shift/4/cnn_accuracy: table, row, column. What is not so on the machine at hand is marked on the page, and the
-- build goes on; for the runs that CLAIMS names (`.ci/run` does) it is a fault.
local fault, results = require "fault", require "results"
local M = {page = ""}

local COMPARE = {
  ["<"] = function(a, b) return a < b end,
  ["<="] = function(a, b) return a <= b end,
  [">"] = function(a, b) return a > b end,
  [">="] = function(a, b) return a >= b end,
}

local function result(text, run)
  local name, key, column = text:match("^([^/]+)/([^/]+)/([^/]+)$")
  if name then return results.cell(run, name, key, column) end
  return results.metric(run, text)
end

local function side(text, run)
  local number = tonumber(text)
  if number then return number end
  local value = result(text, run)
  if not value then return nil end
  number = tonumber(value)
  if not number then fault.say("the claim compares %s, which is %s", text, value) end
  return number
end

-- "a < b": true, false, or nil where it cannot be said.
local function holds(comparison, run)
  local left, sign, right = comparison:match("^%s*(%S+)%s+([<>]=?)%s+(%S+)%s*$")
  if not left then fault.say("a claim's test is like \"a < b and c >= 1\", not: %s", comparison) return nil end
  if tonumber(left) and tonumber(right) then fault.say("a claim of no result: %s", comparison) return nil end
  local a, b = side(left, run), side(right, run)
  if not a or not b then return nil end
  return COMPARE[sign](a, b)
end

local function all_hold(test, run)
  local all = true
  for comparison in (test .. " and "):gmatch("(.-)%s+and%s+") do
    local one = holds(comparison, run)
    if one == nil then return nil end
    all = all and one
  end
  return all
end

local function must_hold(run)
  for name in (os.getenv("CLAIMS") or ""):gmatch("%S+") do if name == run then return true end end
  return false
end

-- Marks the claims that are not so: their span gets the class `untrue`.
function M.fill(doc)
  return doc:walk {Span = function(span)
    if not span.classes:includes("claim") or not span.attributes.test then return nil end
    local run = span.attributes.run or M.page
    local so = all_hold(span.attributes.test, run)
    if so == false and must_hold(run) then
      fault.say("not so in the run of %s: %s (%s)", run, pandoc.utils.stringify(span.content), span.attributes.test)
    end
    return pandoc.Span(span.content, pandoc.Attr("", so == false and {"claim", "untrue"} or {"claim"}))
  end}
end

-- The words as they stand; behind those that are not so, a mark.
function M.write(span)
  if not span.classes:includes("untrue") then return span.content end
  return span.content .. {pandoc.Space(), pandoc.Emph {pandoc.Str("(not"), pandoc.Space(), pandoc.Str("so"),
    pandoc.Space(), pandoc.Str("in"), pandoc.Space(), pandoc.Str("this"), pandoc.Space(), pandoc.Str("run)")}}
end

return M
