-- raw.lua: HTML stands on no paper and TeX on no screen, so a page has neither. Boxes and marks say what an
-- element is, and each form writes it in its own way.
local fault = require "fault"
local M = {}

local function refuse(x)
  fault.say("HTML or TeX in the prose: %s; boxes and marks are all that a page has", x.text:match("[^\n]*"))
end

function M.check(doc) doc:walk {RawBlock = refuse, RawInline = refuse} end

return M
