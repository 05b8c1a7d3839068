"""Heights, pagination and the closing of gaps: pure arithmetic in points.

`model` has heights, pages and what measures; `pagination` places every leaf, `holding` says which
leaves hold together over a page's end, `spacing` at which scale the pages fill, `slack` the space
left over for programs that set lines higher. `whole` fits a document of which nothing may be left
out.
"""
