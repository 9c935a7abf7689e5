import { readFile, writeFile } from 'node:fs/promises';
import { accessPage, accessPagePath } from './docs/access-page.ts';
import { privilegesPage, privilegesPagePath } from './docs/privileges-page.ts';

// npm run docs:access
// Writes docs/access.md and docs/privileges.md from their tables. With --check it writes nothing, and fails where a page is
// another.

const pages = { [accessPagePath]: accessPage(), [privilegesPagePath]: privilegesPage() };
for (const [path, page] of Object.entries(pages)) {
  if (!process.argv.includes('--check')) {
    await writeFile(path, page);
    console.log(`Wrote ${path}.`);
  } else if ((await readFile(path, 'utf8')) !== page) {
    console.error(`${path} is not what its table says. Run npm run docs:access, and commit it.`);
    process.exitCode = 1;
  }
}
