import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { securityHeaders } from '../../../src/graphql/shell/security-headers.ts';
import { startTestApi, type TestApi } from '../../support/api.ts';
import { addDocument } from '../../support/notes-and-documents.ts';
import { draft } from '../../support/refer.ts';
import { file, pdf } from '../../support/sample-files.ts';

const listed = 'https://app.handoff.example';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false, env: { CORS_ORIGINS: listed } });
});
afterAll(async () => await api.stop());

const closed = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

it('every answer, also a refusal, tells the browser to guess, keep, frame and run nothing of it', async () => {
  const json = { 'content-type': 'application/json' };
  for (const [path, init] of [
    ['/graphql', { method: 'POST', headers: json, body: '{"query":"{ __typename }"}' }],
    ['/graphql', { method: 'POST', headers: json, body: '{' }],
    ['/graphql', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }],
    ['/graphql', { method: 'DELETE' }],
    ['/letters/nothing', {}],
    ['/documents/nothing', {}],
    ['/dev/token', { method: 'POST', headers: json, body: '{"username":"nobody"}' }],
    ['/healthz', {}],
    ['/nothing/here', {}],
    ['/%zz', {}],
  ] as const) {
    const { headers } = await fetch(`${api.url}${path}`, init);
    expect.soft(headers.get('content-security-policy'), path).toBe(closed);
    expect.soft(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect.soft(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect.soft(headers.get('cache-control'), path).toBe('no-store');
    expect.soft(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    expect.soft(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/);
    expect.soft(headers.get('x-powered-by'), path).toBeNull();
    expect.soft(headers.get('strict-transport-security'), path).toBeNull();
  }
});

it('a letter is shown in frames of the listed origins alone, and a document is no page of any origin', async () => {
  const north = await api.as('north.manager');
  const { referralId } = await draft(north, { number: '50244764', type: 'CASE_TRANSFER' });
  const document = await addDocument(north, referralId, file('a.pdf', pdf('<script>alert(1)</script>')));
  const { data } = await north.ask(
    'query ($id: ID!) { node(id: $id) { ... on Referral { letter { url } } } }',
    { id: referralId },
  );
  const { letter } = (data as { node: { letter: { url: string } } }).node;
  const policies = [];
  for (const url of [letter.url, document.link.url]) {
    const { status, headers } = await fetch(url);
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    policies.push(headers.get('content-security-policy'));
  }
  expect(policies).toEqual([`frame-ancestors 'self' ${listed}`, "sandbox; default-src 'none'"]);
});

it('GraphiQL runs what is in its own page, and asks its own service alone', async () => {
  const { headers } = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(headers.get('content-security-policy')).toMatch(/connect-src 'self'.*frame-ancestors 'none'/);
});

it('behind https, browsers are told to come by https alone', async () => {
  const app = fastify();
  await app.register(helmet, securityHeaders(true));
  app.get('/', async () => '');
  const { headers } = await app.inject('/');
  expect(headers['strict-transport-security']).toBe('max-age=31536000');
  await app.close();
});
