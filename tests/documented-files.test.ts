import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const inFolder = async (folder: string) =>
  (await readdir(join(root, folder)))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const pages = [...(await inFolder('.')), ...(await inFolder('docs')), ...(await inFolder('docs/decisions'))];

const read = async (page: string) => await readFile(join(root, page), 'utf8');

/** What a heading is called in links, as GitHub makes it. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

describe('a link in the documentation leads to a file and a heading that are there', () => {
  it.each(pages)('%s', async (page) => {
    const broken = [];
    for (const [, target = ''] of (await read(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path = '', heading] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      const headings = () =>
        read(file).then((text) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, each = '']) => anchor(each)));
      if (!existsSync(join(root, file)) || (heading !== undefined && !(await headings()).includes(heading)))
        broken.push(target);
    }
    expect(broken).toEqual([]);
  });
});

describe('what security.md promises', () => {
  it('is backed by tests that are there, each promise by one at least', async () => {
    const text = await read('docs/security.md');
    const promised = text.slice(
      text.indexOf('\n## What is promised'),
      text.indexOf('\n## What is not promised'),
    );
    const rows = promised.split('\n').filter((line) => /^\| (?!Promise|---)/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) expect.soft(row).toMatch(/\]\(\.\.\/tests\/[\w/-]+\.test\.ts\)/);
    for (const [path] of text.matchAll(/\btests\/[\w./-]+\.ts\b/g))
      expect.soft(existsSync(join(root, path)), path).toBe(true);
  });
});
