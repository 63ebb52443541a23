-- math_check.lua: TeX that MathML loses without a word, and TeX that is none.
local fault, files = require "fault", require "files"
local M = {}

local LOST = {"\\tag", "\\label", "\\ref", "\\eqref", "\\cancel", "\\color", "\\textcolor", "\\rlap", "\\bbox"}
-- And what LaTeX does not know, or not there; aligned stands inside an equation.
local NO_TEX = {"\\bm", "\\coloneqq", "\\begin{align}", "\\begin{align*}", "\\begin{equation}", "\\begin{equation*}"}

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
  for _, name in ipairs(NO_TEX) do
    if (text .. " "):find(name, 1, true) then fault.say("%s is not known on paper: %s", name, text) end
  end
  if text:match("%f[%d]%d%d?%d?,%d%d%d%f[%D]") or text:match("%f[%d.]%d%d%d%d%d") then
    fault.say("thousands in mathematics are grouped by {,}: %s", text)
  end
  if text:match("[\xEA-\xED][\x80-\xBF][\x80-\xBF]") then fault.say("Korean letters have no place in mathematics: %s", text) end
  if text:find("\\operatorname{[^}]*\\") then
    fault.say("\\operatorname with a space is lost on the screen; \\mathop{\\mathrm{…}} is not: %s", text)
  elseif not is_tex(math) then fault.say("pandoc cannot read this TeX: %s", text) end
end

function M.check(doc) doc:walk {Math = check} end

return M
