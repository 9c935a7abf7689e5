import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductionService, startProductionService } from '../support/production-service.ts';
import { type Service, startService } from '../support/service.ts';

/** Each rule of GraphQL over HTTP that is checked, by its name; the address is known only when the service runs. */
const rules = serverAudits({ url: 'http://127.0.0.1' }).map(({ id, name }) => ({ id, name }));

describe('GraphQL over HTTP, in development', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(async () => await service.remove());

  it.each(rules)('$id $name', async ({ id }) => {
    const audit = serverAudits({ url: `${service.url}/graphql` }).find((one) => one.id === id);
    expect(await audit?.fn()).toMatchObject({ status: 'ok' });
  });
});

describe('GraphQL over HTTP, in production, signed in', () => {
  let service: ProductionService;
  let authorization: string;
  beforeAll(async () => {
    service = await startProductionService();
    authorization = `Bearer ${await service.tokenFor('north.manager')}`;
  });
  afterAll(async () => await service.stop());

  it.each(rules)('$id $name', async ({ id }) => {
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } });
    const audit = serverAudits({ url: `${service.url}/graphql`, fetchFn }).find((one) => one.id === id);
    expect(await audit?.fn()).toMatchObject({ status: 'ok' });
  });
});
