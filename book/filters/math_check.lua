-- math_check.lua: TeX that MathML loses without a word, and TeX that is none.
local fault, files = require "fault", require "files"
local M = {}

local LOST = {"\\tag", "\\label", "\\ref", "\\eqref", "\\cancel", "\\color", "\\textcolor", "\\rlap", "\\bbox"}

-- A formula that pandoc cannot turn into MathML stays TeX; pandoc's own warning names neither page nor formula.
local function is_tex(math)
  local html = pandoc.write(pandoc.Pandoc {pandoc.Plain {math}}, "html5", {html_math_method = "mathml"})
  return html:match("^<math")
end

function M.check(doc)
  doc:walk {Math = function(math)
    for _, name in ipairs(LOST) do
      if (math.text .. " "):find(name .. "[^%a]") then fault.say("%s is lost on the screen: %s", name, math.text) end
    end
    if not is_tex(math) then fault.say("this is no TeX: %s", files.flat(math.text)) end
    if math.text:find("\\operatorname{[^}]*\\") then
      fault.say("\\operatorname with a space is lost on the screen; \\mathop{\\mathrm{…}} is not: %s", math.text)
    end
  end}
end

return M
