-- equations.lua: display math before {#eq:name} is an equation with a number. Where it may stand without, it is
-- a step of a derivation to which nothing refers.
local fault, files = require "fault", require "files"
local M = {}

local function is_space(x) return x and (x.t == "Space" or x.t == "SoftBreak") end

-- number_of(id, text) gives the next number; must_have: no display may do without.
function M.number(block, must_have, number_of)
  local out = pandoc.List()
  for _, x in ipairs(block.content) do
    local id, rest
    if x.t == "Str" then id, rest = x.text:match("^{#(eq:[%w-]+)}(.*)$") end
    if id then
      if is_space(out[#out]) then out:remove() end
      local math = out[#out]
      if not math or math.t ~= "Math" then fault.say("no equation before {#%s}", id) return nil end
      out[#out] = pandoc.Span({math}, pandoc.Attr(id, {"equation"}, {number = number_of(id, math.text)}))
      if rest ~= "" then out:insert(pandoc.Str(rest)) end
    else out:insert(x) end
  end
  for _, x in ipairs(must_have and out or {}) do
    if x.t == "Math" and x.mathtype == "DisplayMath" then
      fault.say("an equation needs a label {#eq:…} because it stands in the core: %s", files.flat(x.text))
    end
  end
  block.content = out
  return block
end

return M
