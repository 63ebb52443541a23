-- front.lua: the front page for a browser: title, picture, state of the book, the chapters as pictures, contents.
local figures, html = require "figures", require "html"
local M = {}

local function cover(path, caption)
  local picture = '<figure class="cover"><img src="figures/%s.svg" alt="%s"><figcaption>%s</figcaption></figure>'
  return picture:format(path:match("[^/]*$"), html.escape(figures.words(path .. ".svg")), html.escape(caption or ""))
end

-- Each chapter as its first picture, with its question.
local function weeks(chapters)
  local out = {}
  for _, chapter in ipairs(chapters) do
    out[#out + 1] = ('<a href="%s.html"><img src="figures/%s" alt="%s"><span>%s</span></a>'):format(
      chapter.name, chapter.picture:match("[^/]*$"), html.escape(figures.words(chapter.picture)), chapter.title)
  end
  return '<nav class="weeks" aria-label="chapters">' .. table.concat(out) .. "</nav>"
end

local function edition(say, errata)
  local out = {}
  if say("version") then out[#out + 1] = "Version " .. html.escape(say("version")) .. ", " .. html.escape(say("date") or "") end
  if errata then out[#out + 1] = ('<a href="%s.html">What was wrong in the last version, and how to report a mistake</a>'):format(errata) end
  if say("address") then out[#out + 1] = ('<a href="%s">%s</a>'):format(html.escape(say("address")), html.escape(say("address"))) end
  if say("numbers") then out[#out + 1] = html.escape(say("numbers")) .. "." end
  if say("rights") then out[#out + 1] = html.escape(say("rights")) end
  return '<p class="edition">' .. table.concat(out, "<br>") .. "</p>"
end

-- say(key) is what the metadata say, or nil; errata is the name of their page, or nil.
function M.page(say, chapters, contents, errata)
  return table.concat {"<h1>", html.escape(say("title")), '</h1><p class="subtitle">', html.escape(say("subtitle") or ""), "</p>",
    say("cover") and cover(say("cover"), say("cover-caption")) or "", edition(say, errata), weeks(chapters), '<div class="whole">', contents, "</div>"}
end

return M
