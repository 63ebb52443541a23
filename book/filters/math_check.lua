-- math_check.lua: TeX that MathML loses without a word, and TeX that is none.
local fault, files = require "fault", require "files"
local M = {}

local LOST = {"\\tag", "\\label", "\\ref", "\\eqref", "\\cancel", "\\color", "\\textcolor", "\\rlap", "\\bbox"}

-- A formula that pandoc cannot turn into MathML stays TeX; pandoc's own warning names neither page nor formula.
local function is_tex(math)
  local html = pandoc.write(pandoc.Pandoc {pandoc.Plain {math}}, "html5", {html_math_method = "mathml"})
  return html:match("^<math")
end

local function check(math)
  local text = files.flat(math.text)
  for _, name in ipairs(LOST) do
    if (text .. " "):find(name .. "[^%a]") then fault.say("%s is lost on the screen: %s", name, text) end
  end
  if text:find("\\operatorname{[^}]*\\") then
    fault.say("\\operatorname with a space is lost on the screen; \\mathop{\\mathrm{…}} is not: %s", text)
  elseif not is_tex(math) then fault.say("pandoc cannot read this TeX: %s", text) end
end

function M.check(doc) doc:walk {Math = check} end

return M
