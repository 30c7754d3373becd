"""How an exported page looks: on the screen, light and dark, and on paper."""

from __future__ import annotations

STYLE = """
:root {
  color-scheme:light dark;
  --back:#fff;
  --ink:#1b1f24;
  --faint:#667080;
  --line:#dfe3e8;
  --in:#eef1f4;
  --out:#dcebff;
  --mark:#1667c7;
}
@media (prefers-color-scheme:dark) {
  :root {
    --back:#15181c;
    --ink:#e6e9ed;
    --faint:#98a2b0;
    --line:#2b3138;
    --in:#22272e;
    --out:#1d3a5f;
    --mark:#7db4f5;
  }
}
* {
  box-sizing:border-box;
}
body {
  margin:0 auto;
  max-width:46rem;
  padding:2rem 1rem 4rem;
  background:var(--back);
  color:var(--ink);
  font:16px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;
}
h1 {
  font-size:1.6rem;
  margin:0 0 .3rem;
}
h2 {
  font-size:1.25rem;
  margin:0;
}
a {
  color:var(--mark);
}
p.about,header p,footer {
  color:var(--faint);
  font-size:.85rem;
  margin:.15rem 0;
}
nav ol {
  padding-inline-start:1.4rem;
}
nav li {
  margin:.2rem 0;
}
nav span {
  color:var(--faint);
  font-size:.85rem;
}
section {
  margin-top:2.5rem;
  border-top:1px solid var(--line);
  padding-top:1.2rem;
}
h3 {
  font-size:.8rem;
  font-weight:600;
  color:var(--faint);
  text-align:center;
  margin:1.6rem 0 .8rem;
}
article {
  display:flex;
  flex-direction:column;
  align-items:flex-start;
  max-width:82%;
  width:fit-content;
  margin:.15rem 0;
}
article.first {
  margin-top:.8rem;
}
article.out {
  margin-inline-start:auto;
  align-items:flex-end;
}
.who {
  font-size:.8rem;
  color:var(--faint);
  margin:0 .7rem .1rem;
}
.bubble {
  background:var(--in);
  border-radius:.9rem;
  padding:.45rem .75rem;
  overflow-wrap:anywhere;
  min-width:0;
  max-width:100%;
}
.out .bubble {
  background:var(--out);
}
.text {
  white-space:pre-wrap;
  unicode-bidi:plaintext;
  margin:0;
}
.meta {
  font-size:.72rem;
  color:var(--faint);
  margin:.1rem .7rem 0;
}
.gap {
  margin:1rem 0 .6rem;
  border-top:1px dashed var(--faint);
  padding-top:.3rem;
  text-align:center;
  font-size:.8rem;
  color:var(--faint);
}
.gone,.note {
  margin:0;
  font-style:italic;
  color:var(--faint);
}
.card {
  border-inline-start:3px solid var(--mark);
  padding-inline-start:.6rem;
}
.card b {
  display:block;
}
.card span {
  color:var(--faint);
  font-size:.85rem;
  display:block;
}
img {
  display:block;
  max-width:100%;
  max-height:24rem;
  border-radius:.5rem;
  margin-bottom:.2rem;
}
@media print {
  :root {
    color-scheme:light;
    --back:#fff;
    --ink:#000;
    --faint:#555;
    --line:#bbb;
    --in:#f3f3f3;
    --out:#e6eefa;
    --mark:#003a80;
  }
  body {
    max-width:none;
    padding:0;
    font-size:10.5pt;
  }
  article,.card,img {
    break-inside:avoid;
  }
  h3 {
    break-after:avoid;
  }
  section {
    break-before:page;
  }
  nav+section {
    break-before:auto;
  }
  .bubble {
    border:1px solid var(--line);
  }
  a[href^=http] {
    color:inherit;
  }
  .card a[href^=http]::after {
    content:" <" attr(href) ">";
    font-weight:normal;
    overflow-wrap:anywhere;
  }
}
"""
