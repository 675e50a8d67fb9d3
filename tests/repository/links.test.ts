/** Every relative link of the documentation leads to a file, and every anchor to a heading of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'examples/README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const proseOf = (page: string): string =>
  readFileSync(join(root, page), 'utf8').replace(/^```[^]*?^```/gm, '');

/** The anchor that GitHub gives a heading: lower case, hyphens for blanks, no punctuation. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/ /g, '-');

/** A repeated heading gets -1, -2 and so on. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#+ +(.*)$/gm)) {
    const anchor = anchorOf(heading.trim());
    let repeats = 0;
    while (anchors.has(repeats ? `${anchor}-${repeats}` : anchor)) repeats += 1;
    anchors.add(repeats ? `${anchor}-${repeats}` : anchor);
  }
  return anchors;
}

/** Targets of Markdown links and pictures, and of `src` in HTML, unless they are on the web. */
function linksOf(page: string): string[] {
  const prose = proseOf(page).replace(/(`+)[^`]*?\1/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)[^)]*\)|src="([^"]+)"/g)]
    .map(([, link, source]) => link ?? source ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}

function brokenLinks(page: string): string[] {
  return linksOf(page).filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path ? join(dirname(page), path) : page;
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && !anchorsOf(target).has(anchor);
  });
}

describe('links of the documentation', () => {
  it.each(pages)('%s has no broken link', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('finds links to check', () => {
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(pages.length);
  });
});
