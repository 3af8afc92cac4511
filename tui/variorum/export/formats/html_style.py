"""The stylesheets of the pages: light, dark and paper, with a word beside every colour."""

from __future__ import annotations

BASE = """
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1f21; --quiet: #5d6066; --line: #dedad0; --card: #ffffff; --accent: #005a8c;
  --identical: #00795a; --near: #1a78ad; --paraphrase: #0072b2; --only-0: #9a6200; --only-1: #a0487a;
  --disagrees: #b84a00; --kept: #6b5a00;
  --t-identical: #009e7326; --t-near: #56b4e933; --t-paraphrase: #0072b21f; --t-only-0: #e69f0029;
  --t-only-1: #cc79a72e; --t-disagrees: #d55e002b; --t-kept: #f0e44259;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --ink: #e4e2dc; --quiet: #a2a5ab; --line: #34383d; --card: #1d2024; --accent: #7cc4f0;
    --identical: #3fc79d; --near: #7cc4f0; --paraphrase: #6db3e8; --only-0: #f0b840; --only-1: #dd9cc0;
    --disagrees: #f08a4b; --kept: #e6dc5a;
    --t-identical: #009e7345; --t-near: #56b4e93d; --t-paraphrase: #0072b25c; --t-only-0: #e69f0038;
    --t-only-1: #cc79a73d; --t-disagrees: #d55e0047; --t-kept: #f0e4422e;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, serif;
  overflow-wrap: break-word;
}
h1, h2, h3, .ui, footer, nav, table, dl {
  font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", sans-serif;
}
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.125rem; margin: 3rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
h2 .count { color: var(--quiet); font-weight: 400; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.quiet { color: var(--quiet); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2.5rem; }
.columns > * { min-width: 0; }
.text { border-top: 3px solid var(--line); padding-top: .9rem; margin-bottom: 2rem; }
.text > header { margin-bottom: 1rem; }
.text > header h3 { margin: 0; font-size: 1rem; }
.text > header p { margin: .1rem 0 0; font-size: .875rem; color: var(--quiet); line-height: 1.4; }
.text p { margin: 0 0 .9rem; }
.text p.title { font-weight: 700; font-size: 1.15em; line-height: 1.35; }
.text p.aside { font-size: .875rem; color: var(--quiet); line-height: 1.45; }
.role { font: .75rem/1 system-ui, sans-serif; color: var(--quiet); border: 1px solid var(--line); border-radius: 3px;
  padding: .05rem .3rem; margin-right: .35rem; }
.n { font: .6875rem/1 system-ui, sans-serif; color: var(--quiet); vertical-align: .35em; margin-right: .2em;
  font-variant-numeric: tabular-nums; user-select: none; scroll-margin-top: 4rem; }
.made { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .8125rem;
  color: var(--quiet); line-height: 1.5; }
.made code { font: .75rem/1.5 ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.made p { margin: 0 0 .4rem; }
table { border-collapse: collapse; width: 100%; margin-top: .6rem; font-size: .875rem; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
th { font-weight: 600; background: var(--t-paraphrase); }
tbody th { font-weight: 400; background: none; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #555; --line: #bbb; --card: #fff; --accent: #000;
    --identical: #00795a; --near: #1a78ad; --paraphrase: #0072b2; --only-0: #9a6200; --only-1: #a0487a;
    --disagrees: #b84a00; --kept: #6b5a00;
    --t-identical: #009e7326; --t-near: #56b4e933; --t-paraphrase: #0072b21f; --t-only-0: #e69f0029;
    --t-only-1: #cc79a72e; --t-disagrees: #d55e002b; --t-kept: #f0e44259;
  }
  @page { margin: 18mm 15mm; }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  h1 { font-size: 17pt; }
  h2 { break-after: avoid; margin-top: 1.6rem; }
  .columns { grid-template-columns: repeat(2, 1fr); gap: 0 1.5rem; }
  a { text-decoration: none; }
  p { orphans: 2; widows: 2; }
}
"""

REPORT = """
.sources { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem;
  margin: 1.5rem 0; padding: 0; list-style: none; }
.sources li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1.1rem;
  display: flex; flex-direction: column; }
.sources strong { font: 600 1rem/1.4 system-ui, sans-serif; }
.sources p { margin: .15rem 0 0; line-height: 1.4; font-size: .9375rem; }
.meter { height: 6px; border-radius: 3px; background: var(--line); margin-top: auto; overflow: hidden; }
.sources li > :nth-last-child(2) { margin-bottom: .6rem; }
.meter svg { display: block; width: 100%; height: 6px; }
.meter rect { fill: var(--paraphrase); }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; padding: 0; margin: 1rem 0 0; list-style: none;
  font: .8125rem/1.6 system-ui, sans-serif; color: var(--quiet); }
.legend .glyph { margin-right: .3rem; }
.glyph { font: 700 1.05em/1 ui-monospace, "DejaVu Sans Mono", "Liberation Mono", monospace; }
.identical { --c: var(--identical); --t: var(--t-identical); } .near { --c: var(--near); --t: var(--t-near); }
.paraphrase { --c: var(--paraphrase); --t: var(--t-paraphrase); }
.only-0 { --c: var(--only-0); --t: var(--t-only-0); } .only-1 { --c: var(--only-1); --t: var(--t-only-1); }
.disagrees { --c: var(--disagrees); --t: var(--t-disagrees); } .kept { --c: var(--kept); --t: var(--t-kept); }
.glyph, .ref { color: var(--c); }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--c); border-radius: 8px;
  padding: .9rem 1.2rem 1rem; margin: 0 0 1rem; break-inside: avoid; scroll-margin-top: 1rem; }
.finding:target, mark:target { outline: 2px solid var(--accent); outline-offset: 2px; }
.finding h3 { margin: 0 0 .6rem; font-size: .9375rem; font-weight: 600; line-height: 1.4; }
.finding h3 .n { vertical-align: baseline; font-size: .875rem; margin: 0 .4rem 0 0; }
.finding h3 .quiet { font-weight: 400; }
.finding blockquote { margin: 0; }
.finding blockquote p { margin: 0; }
.finding blockquote footer { font-size: .8125rem; color: var(--quiet); margin: .25rem 0 .6rem; }
.finding b { font-weight: 600; text-decoration: underline 2px var(--c); text-underline-offset: .2em; }
.finding ul { margin: .35rem 0 0; padding: .5rem 0 0; list-style: none; border-top: 1px solid var(--line);
  font: .8125rem/1.55 system-ui, sans-serif; color: var(--quiet); }
.finding li b { color: var(--disagrees); text-decoration: none; }
.finding .note { margin: .6rem 0 .2rem; padding: .5rem .8rem; border-radius: 6px; background: var(--t-kept);
  white-space: pre-line; }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: 9px; padding: 0 .5rem; margin-right: .3rem;
  color: var(--ink); }
.single { margin: 0; padding: 0; list-style: none; }
.single li { padding: .55rem 0 .55rem 1rem; border-left: 4px solid var(--c); margin-bottom: .5rem;
  break-inside: avoid; scroll-margin-top: 1rem; }
.single .ui { font-size: .8125rem; white-space: nowrap; }
.single li:target { outline: 2px solid var(--accent); outline-offset: 2px; }
mark { background: var(--t); color: inherit; border-radius: 2px; padding: .05em 0; -webkit-box-decoration-break: clone;
  box-decoration-break: clone; }
.ref { font: 600 .6875rem/1 system-ui, sans-serif; text-decoration: none; vertical-align: .4em; margin-left: .15em;
  white-space: nowrap; }
.ref:hover { text-decoration: underline; }
@media print {
  #texts { break-before: page; }
  .sources { grid-template-columns: repeat(2, 1fr); }
  .finding { border-radius: 0; }
}
"""

WORKSHEET = """
.head { display: flex; gap: 2rem; margin: 1.25rem 0 2rem; font: .9375rem/1 system-ui, sans-serif; }
.head span { flex: 1; border-bottom: 1px solid var(--quiet); padding: 0 0 .35rem; }
.head span:last-child { flex: .5; }
.text p { line-height: 1.85; }
.tasks { padding: 0; list-style: none; counter-reset: task; }
.tasks > li { counter-increment: task; margin: 0 0 1.75rem; break-inside: avoid; position: relative;
  padding-left: 2.4rem; }
.tasks > li::before { content: counter(task); position: absolute; left: 0; top: .1rem; width: 1.6rem; height: 1.6rem;
  border-radius: 50%; border: 1.5px solid var(--ink); text-align: center;
  font: 600 .875rem/1.5rem system-ui, sans-serif; }
.blank td { height: 2.1rem; }
.line { height: 2.2rem; border-bottom: 1px solid var(--line); }
.key { break-before: page; margin-top: 4rem; border-top: 3px double var(--quiet); padding-top: 1.5rem; }
@media print {
  .tasks-head { break-before: page; }
  .key { border: 0; margin: 0; padding: 0; }
  .text p { font-size: 10.5pt; }
}
"""
