-- math_check.lua: TeX that MathML loses without a word.
local fault = require "fault"
local M = {}

local LOST = {"\\tag", "\\label", "\\ref", "\\eqref", "\\cancel", "\\color", "\\textcolor", "\\rlap", "\\bbox"}

function M.check(doc)
  doc:walk {Math = function(math)
    for _, name in ipairs(LOST) do
      if (math.text .. " "):find(name .. "[^%a]") then fault.say("%s is lost on the screen: %s", name, math.text) end
    end
    if math.text:find("\\operatorname{[^}]*\\") then
      fault.say("\\operatorname with a space is lost on the screen; \\mathop{\\mathrm{…}} is not: %s", math.text)
    end
  end}
end

return M
