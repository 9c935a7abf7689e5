import { execFile } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const report = z.object({
  modules: z.array(
    z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const root = resolve(import.meta.dirname, '..');

/** Reads the imports of a tree as `npm run check:layers` does. */
async function cruise(directory: string) {
  const program = join(root, 'node_modules/.bin/depcruise');
  const options = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', 'src'];
  const output = await new Promise<string>((done) => {
    execFile(program, options, { cwd: directory, maxBuffer: 64 * 1024 * 1024 }, (_failed, stdout) =>
      done(stdout),
    );
  });
  return report.parse(JSON.parse(output));
}

describe('the project', () => {
  let read: Awaited<ReturnType<typeof cruise>>;
  beforeAll(async () => {
    read = await cruise(root);
  });

  it('keeps its layers and slices', () => {
    expect(read.summary.violations).toEqual([]);
  });

  it('has had every source file read, with its imports', () => {
    const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !file.startsWith('src/generated/'));
    const sources = read.modules.map(({ source }) => source);
    expect(files.filter((file) => !sources.includes(file))).toEqual([]);
    const submit = read.modules.find(({ source }) => source === 'src/domain/referrals/submit-referral.ts');
    expect(submit?.dependencies.map(({ resolved }) => resolved)).toContain(
      'src/domain/audit/record-audit.ts',
    );
  });
});

describe('a tree that breaks the walls', () => {
  const directory = mkdtempSync(join(tmpdir(), 'handoff-layers-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each([
    ['domain-uses-nothing-above-it', 'src/domain/cases/a.ts', 'src/graphql/b.ts'],
    ['documents-import-nothing-of-ours', 'src/documents/email/a.ts', 'src/platform/log.ts'],
    ['platform-uses-nothing-above-it', 'src/platform/a.ts', 'src/domain/actor.ts'],
    ['cases-uses-no-later-slice', 'src/domain/cases/a.ts', 'src/domain/transfers/b.ts'],
    ['domain-renders-only-letters', 'src/domain/cases/a.ts', 'src/documents/email/b.ts'],
    ['nothing-imports-the-entrances', 'src/graphql/a.ts', 'src/main.ts'],
  ])('is caught: %s', async (rule, from, to) => {
    rmSync(join(directory, 'src'), { recursive: true, force: true });
    copyFileSync(join(root, 'tsconfig.json'), join(directory, 'tsconfig.json'));
    for (const file of [from, to]) mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, to), 'export type Wanted = string;\n');
    writeFileSync(
      join(directory, from),
      `import type { Wanted } from '${resolve('/', to).replace('/src/', '../'.repeat(from.split('/').length - 2))}';\nexport type Taken = Wanted;\n`,
    );
    const { summary } = await cruise(directory);
    expect(summary.violations).toContainEqual(
      expect.objectContaining({ from, to, rule: expect.objectContaining({ name: rule }) }),
    );
  });
});
