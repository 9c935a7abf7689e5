import { appendFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startTestApi } from '../support/api.ts';
import { type EvidenceKind, evidenceFile, evidenceKinds } from '../support/evidence/keep-evidence.ts';
import { ClientDataFound, refuseClientData } from '../support/evidence/refuse-client-data.ts';
import { scanEvidence } from '../support/evidence/scan-evidence.ts';
import { refer } from '../support/refer.ts';

const client = {
  givenName: 'Zoë',
  middleNames: null,
  familyName: 'Vandenberghe-Ōkami',
  birthDate: '1971-02-09',
  email: 'zoe.v+work@client.example',
  phone: '(902) 555-0177',
  addressLine1: '12 Foghorn Lane',
  sin: '130 692 544',
  healthCardNumber: '0012345678',
};

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'handoff-evidence-'));
});
afterAll(async () => await rm(directory, { recursive: true, force: true }));

let made = 0;

/** What the scan of a run finds that left this line. */
async function found(line: string, kind: EvidenceKind = 'log', commonWords: string[] = []) {
  made += 1;
  const run = join(directory, String(made));
  await mkdir(run);
  await appendFile(join(run, 'clients--some--1'), `${JSON.stringify(client)}\n`);
  await appendFile(join(run, `${kind}--some--1`), `{"msg":"started"}\n${line}\n`);
  return await scanEvidence(run, new Set(commonWords));
}

describe('[D14] [B1] the scan of all that the test run leaves', () => {
  it.each([
    ['name', '{"msg":"Zoë Vandenberghe-Ōkami came"}'],
    ['name', '{"msg":"VANDENBERGHE OKAMI, zoe"}'],
    ['surname', '{"msg":"as asked for by\\nVandenberghe-\\u014ckami"}'],
    ['birth date', '{"bornOn":"1971-02-09T00:00:00.000Z"}'],
    ['birth date', 'born February 9, 1971'],
    ['birth date', 'born 09/02/1971'],
    ['birth date', 'née le 9 février 1971'],
    ['email', 'GET /people?search=zoe.v%2Bwork%40client.example'],
    ['phone', 'handoff_people{phone="902-555-0177"} 1'],
    ['phone', 'tel:+19025550177'],
    ['SIN', '{"key":"130692544"}'],
    ['SIN', '{"key":"130-692-544"}'],
    ['health card', '{"key":"0012 345 678"}'],
    ['address', '{"output":"12 foghorn lane, Truro"}'],
  ])('finds a client’s %s in %s', async (kind, line) => {
    const { findings } = await found(line);
    expect(findings).toContainEqual(expect.objectContaining({ kind, place: 'log--some--1:2' }));
  });

  it.each([
    '{"id":"0197102-09aa-7000-8000-902555017712","at":"2026-11-09T12:00:00.000Z"}',
    '{"field":"familyName","outcome":"REFUSED"}',
    'Zoë, and elsewhere a Vandenberghe',
    '{"phone":"902-555-0178","lane":"Foghorn"}',
  ])('takes %s for nobody', async (line) => {
    expect((await found(line)).findings).toEqual([]);
  });

  it('leaves a surname alone that others have too, but not with the first name', async () => {
    const common = ['vandenberghe', 'okami'];
    expect((await found('Vandenberghe-Ōkami', 'log', common)).findings).toEqual([]);
    expect((await found('Zoë Vandenberghe-Ōkami', 'log', common)).findings).not.toEqual([]);
  });

  it.each(evidenceKinds)(
    'fails the run for a client in what it keeps of %s, and says where',
    async (kind) => {
      const scan = await found('for zoe.v+work@client.example', kind);
      expect(() => refuseClientData(scan)).toThrow(ClientDataFound);
      expect(() => refuseClientData(scan)).toThrow(`email in ${kind}--some--1:2`);
    },
  );

  it('passes a run that left nothing of a client', async () => {
    const scan = await found('{"msg":"started"}');
    expect(scan).toMatchObject({ clients: 1, lines: 2 });
    expect(() => refuseClientData(scan)).not.toThrow();
  });
});

describe('[D14] [B1] a test run keeps for the scan', () => {
  it('logs, metrics, jobs, audit and live events, NOTIFY payloads, errors, refusals and links of each API', async () => {
    const api = await startTestApi();
    const north = await api.as('north.manager');
    await refer(north, { number: '50244764', type: 'CASE_TRANSFER' });
    await north.ask('{ nothing }');
    await north.ask(
      '{ case(number: "50244764") { referrals(first: 1) { nodes { letter { url } allowedActions { code reason } } } } }',
    );
    await api.stop();

    const kept = async (kind: EvidenceKind | 'clients') => await readFile(evidenceFile(kind), 'utf8');
    expect(await kept('clients')).toContain('"familyName": "Sylliboy"');
    expect(await kept('metrics')).toContain('process_cpu_seconds_total');
    const tables = await kept('table');
    const names = [...new Set(tables.split('\n').map((line) => line.split(' ', 1)[0]))];
    expect(names).toEqual(expect.arrayContaining(['AuditEvent', 'LiveEvent', 'HomepageTask', 'Staff']));
    expect(names).not.toContain('Person');
    expect(tables).toContain('"name": "send-correspondence"');
    expect(await kept('notify')).toContain('handoff_live');
    expect(await kept('notify')).toContain('send-correspondence');
    const answers = await kept('answer');
    expect(answers).toContain('Cannot query field');
    expect(answers).toMatch(/data\.case\.referrals\.nodes\.letter\.url http:\/\/.*\/letters\//);
    expect(answers).toMatch(/allowedActions\.reason /);
    expect((await readdir(inject('evidence'))).some((name) => name.startsWith('log--'))).toBe(true);
  });
});
