/**
 * The colours of the badge, by day and by night: those of app/ui/tokens.css, which a picture cannot read. It is constant, so that
 * the policy of the answer names it by its hash and allows no other style.
 */
export const badgeStyle = [
  'svg{color-scheme:light dark}path{stroke-linecap:round}',
  '.s{fill:#fffdf8}.i{fill:#17140f}.v{fill:#c8290f}.e,.l,.a,.t,.n{fill:none}',
  '.e{stroke:#17140f;stroke-width:2}.l{stroke:#c8290f;stroke-width:2.6}.a{stroke:#17140f;stroke-width:2.6}',
  '.t{stroke:#c8290f;stroke-width:4}.n{stroke:#d8cdb9;stroke-width:4}',
  '@media(prefers-color-scheme:dark){.s{fill:#1f1c16}.i{fill:#f4eee1}.v{fill:#ff6b4a}',
  '.e,.a{stroke:#f4eee1}.l,.t{stroke:#ff6b4a}.n{stroke:#3f382d}}',
].join('')
