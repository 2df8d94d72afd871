/** Styles of the HTML report: calm, readable on a phone and on paper; no script, no request. */
export const STYLE = `
:root{--ink:#1d2733;--quiet:#55606d;--line:#dfe3e8;--paper:#fff;--ground:#f5f4f1;--first:#1f4e79;--tint:#eef3f8;--warm:#fbf4ec;--second:#8f4513}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.55 "Source Sans 3","Source Sans Pro","Segoe UI",system-ui,-apple-system,sans-serif}
a{color:var(--first)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--first);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
.wrap{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header.cover{background:var(--first);color:#fff;padding:3.2rem 0 2.6rem}
.cover h1{font-size:clamp(1.9rem,5.5vw,2.9rem);line-height:1.12;margin:.4rem 0 .6rem;font-weight:700;text-wrap:balance}
.cover .subtitle{font-size:1.15rem;margin:0 0 1.6rem;max-width:34rem}
.cover dl{display:grid;grid-template-columns:auto 1fr;gap:.15rem 1.2rem;margin:0;font-size:.95rem}
.cover dt{color:#d5e1ed}.cover dd{margin:0}
.marks{display:flex;flex-wrap:wrap;gap:.4rem;margin:0;padding:0;list-style:none}
.marks li{border:1.5px solid currentColor;border-radius:3px;padding:.05rem .5rem;font-size:.78rem;font-weight:600;letter-spacing:.02em}
nav{background:var(--paper);border-bottom:1px solid var(--line)}
nav ol{list-style:none;margin:0;padding:1rem 0;columns:2;column-gap:2rem;font-size:.95rem}
nav li{break-inside:avoid;padding:.2rem 0}
nav a{display:inline-block;padding:.1rem 0;text-decoration:none}nav a:hover{text-decoration:underline}
article{background:var(--paper);margin:1.5rem 0;padding:1.8rem 0 1.1rem;border-block:1px solid var(--line)}
article{position:relative;overflow:clip}
.across{position:absolute;z-index:1;inset:30% -10% auto;margin:0;text-align:center;font-size:clamp(1.4rem,6vw,3rem);line-height:1.25;font-weight:700;color:rgb(29 39 51/.09);transform:rotate(-24deg);pointer-events:none}
.across::before{content:attr(data-words);white-space:pre-line}
article.summary{background:var(--tint);border-color:#cfdce8}
.question{color:var(--quiet);font-size:.95rem;margin:0;flex:1 1 14rem}
.top{display:flex;gap:.5rem 1rem;align-items:baseline;flex-wrap:wrap;margin-bottom:.5rem}
.top .marks{color:var(--second)}
h2{font-size:clamp(1.45rem,4vw,1.95rem);line-height:1.2;margin:.35rem 0 1.1rem;text-wrap:balance}
h3{font-size:1.12rem;margin:1.6rem 0 .4rem}
p{margin:.6rem 0}
figure{margin:1.4rem 0}
figcaption{font-weight:600;margin-bottom:.15rem}
.basis{color:var(--quiet);font-size:.9rem;margin:0 0 .8rem}
figure svg{display:block;width:100%;max-width:35rem;height:auto;margin:0}
.read{font-size:.95rem;color:var(--quiet);border-left:3px solid var(--line);padding-left:.8rem;margin:.9rem 0}
.read b{color:var(--ink)}
details{margin:.6rem 0;font-size:.95rem}
summary{cursor:pointer;color:var(--first);padding:.35rem 0;width:fit-content}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93rem;margin:.5rem 0 1rem}
caption{text-align:left;color:var(--quiet);padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
thead th{font-weight:600;border-bottom:1.5px solid var(--quiet)}
tbody th{font-weight:400;min-width:9rem}
.pairs td{overflow-wrap:anywhere;font-size:.88rem}
dl.remarks{margin:1.2rem 0 .4rem;display:grid;gap:.75rem}
dl.remarks dt{font-weight:600;font-size:.92rem;color:var(--first)}
dl.remarks dd{margin:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;margin:1.4rem 0;padding:0;list-style:none}
.facts li{border-top:3px solid var(--first);padding-top:.5rem}
.facts strong{display:block;font-size:1.75rem;line-height:1.1;font-weight:700}
.facts span{display:block;font-weight:600}
.facts small{display:block;color:var(--quiet);font-size:.9rem;line-height:1.4;margin-top:.25rem}
ol.findings{padding:0;margin:1.2rem 0;list-style:none;counter-reset:f}
ol.findings>li{counter-increment:f;position:relative;padding:.75rem 0 .75rem 2.4rem;border-top:1px solid #cfdce8}
ol.findings>li::before{content:counter(f);position:absolute;left:0;top:.62rem;font-size:1.35rem;font-weight:700;color:var(--first)}
.mark{display:inline-block;font-size:.82rem;font-weight:600;border:1px solid var(--quiet);border-radius:99px;padding:0 .6rem;margin-left:.3rem;background:#fff;white-space:nowrap}
.mark.sound{border:2px solid var(--first)}
.mark.open{border-style:dashed}
.note{background:var(--warm);border-left:4px solid var(--second);padding:.7rem 1rem;margin:1.2rem 0}
ul.plain{padding-left:1.2rem}ul.plain li{margin:.45rem 0}
.take{font-size:.9rem;color:var(--quiet)}.take a{display:inline-block;margin-left:.5rem;padding:.15rem .4rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.theme blockquote{margin:.6rem 0;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--first);font-style:italic}
.timeline{list-style:none;margin:1.2rem 0;padding:0}
.timeline li{display:grid;grid-template-columns:9.5rem 1fr;gap:.2rem 1rem;padding:.55rem 0;border-top:1px solid var(--line)}
.timeline time{font-weight:600;color:var(--first)}
.provenance{color:var(--quiet);font-size:.8rem;border-top:1px solid var(--line);margin:1.4rem 0 0;padding-top:.6rem;overflow-wrap:anywhere}
@media (max-width:30rem){nav ol{columns:1}.timeline li{grid-template-columns:1fr}body{font-size:16px}article{margin:.9rem 0}table{font-size:.85rem}th,td{padding-right:.5rem}tbody th{min-width:7rem}}
@media print{
@page{size:A4;margin:16mm 18mm 18mm}
body{background:#fff;font-size:10pt;line-height:1.4}
nav,.skip,summary,.take{display:none}
.wrap{max-width:none;padding:0}
details::details-content{content-visibility:visible;display:block}
article{break-before:page;overflow:visible}
header.cover,article{background:#fff!important;color:var(--ink);border:0;margin:0;padding:0}
.cover dt{color:var(--quiet)}
h2{font-size:19pt;margin:.2rem 0 .7rem}
h2,h3,figcaption,figure .basis,caption,thead{break-after:avoid}
figure svg,.read,tr,.facts li,.findings li,blockquote,.note,dl.remarks>*{break-inside:avoid}
figure{margin:.6rem 0}
figure svg{max-width:10.5cm;max-height:17cm}
.provenance{font-size:7pt;margin-top:.5rem;break-inside:avoid}
table{font-size:8.5pt}th,td{padding:.16rem .6rem .16rem 0}
ol.findings>li{padding-block:.45rem}
p,.note,dl.remarks{margin-block:.4rem}
}`.trim()
