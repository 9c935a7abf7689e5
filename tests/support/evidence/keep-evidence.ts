import { appendFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, inject } from 'vitest';

/** Where client data must never get to; each is scanned at the end of the test run. */
export const evidenceKinds = ['log', 'metrics', 'table', 'notify', 'answer'] as const;

/** A kind of evidence. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The file that this test file keeps a kind of evidence in. Its name says where a finding is. */
export function evidenceFile(kind: EvidenceKind | 'clients'): string {
  const test = basename(expect.getState().testPath ?? 'setup', '.test.ts');
  return join(inject('evidence'), `${kind}--${test}--${process.pid}`);
}

/** Keeps something for the scan at the end of the test run, one line for each thing. */
export function keepEvidence(kind: EvidenceKind | 'clients', text: string): void {
  appendFileSync(evidenceFile(kind), `${text}\n`);
}
