import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { getDatamodel } from '../../src/generated/pothos.ts';
import { shownRecord } from '../../src/graphql/oversight/shown-records.ts';
import { schema } from '../../src/graphql/schema.ts';

/** Models with something of a client whose views are put on record otherwise, and how. */
const otherwise: Record<string, string> = {
  HomepageTask: 'its columns note what they show; see noteColumn',
};

/** The models whose rows belong to a client, a case or a referral, however far down. */
function modelsOfClients(): Set<string> {
  const { models } = getDatamodel().datamodel;
  const found = new Set(['Person', 'Case']);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const [name, { fields }] of Object.entries(models)) {
      const belongs = fields.some(
        ({ kind, type, relationFromFields }) =>
          kind === 'object' && found.has(type) && (relationFromFields?.length ?? 0) > 0,
      );
      if (belongs) found.add(name);
    }
  }
  return found;
}

it('[D14] whatever type of the API shows rows that belong to a client, its views are on record', () => {
  const ofClients = modelsOfClients();
  expect([...ofClients]).toEqual(
    expect.arrayContaining(['Referral', 'Correspondence', 'CorrespondenceAttempt']),
  );
  const shown = Object.values(schema.getTypeMap()).flatMap((type) => {
    const model = isObjectType(type) ? type.extensions.pothosPrismaModel : undefined;
    return typeof model === 'string' && ofClients.has(model) ? [model] : [];
  });
  const unrecorded = new Set(shown.filter((model) => shownRecord(model) === null));
  expect([...unrecorded]).toEqual(Object.keys(otherwise));
});
