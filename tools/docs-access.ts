import { readFile, writeFile } from 'node:fs/promises';
import { accessPage, accessPagePath } from './docs/access-page.ts';

// npm run docs:access
// Writes docs/access.md from the access table. With --check it writes nothing, and fails where the page is another.

const page = accessPage();
if (!process.argv.includes('--check')) {
  await writeFile(accessPagePath, page);
  console.log(`Wrote ${accessPagePath}.`);
} else if ((await readFile(accessPagePath, 'utf8')) !== page) {
  console.error(
    `${accessPagePath} is not what the access table says. Run npm run docs:access, and commit it.`,
  );
  process.exitCode = 1;
}
