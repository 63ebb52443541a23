-- epub.lua: an EPUB looks like the pages of the web, with fewer links; and nothing in it can be folded away.
local M = require "html"
M.epub = true

function M.asked(key)
  return pandoc.RawBlock("html", ('<p class="asked" id="asked-%s"><a href="#answer-%s">the answer, at the end of the section</a></p>'):format(key, key))
end

function M.answer(key, title)
  local line = '<p class="box-title" id="answer-%s">%s <a class="back" href="#asked-%s">(to the question)</a></p>'
  return pandoc.RawBlock("html", line:format(key, M.escape(title), key))
end

return M
