import { setTimeout as sleep } from 'node:timers/promises';
import { isNonNullType } from 'graphql';
import { schema } from '../../../src/graphql/schema.ts';
import type { Scene } from '../../graphql/access-matrix/scene.ts';
import { listen } from '../send.ts';
import type { RoleViewer } from './viewers.ts';

/** What a viewer heard by a subscription. */
export type Heard = { viewer: RoleViewer; subscription: string; refused: boolean; news: boolean };

/** The subscriptions that tell of the scene’s news. */
export const newsOf = ['caseNotificationAdded', 'referralStatusChanged'];

/** Opens every subscription of the schema as every viewer, about the case of the scene, and makes news. */
export async function hearNews(scene: Scene, viewers: readonly RoleViewer[]): Promise<Heard[]> {
  const { case: caseId, caseload: caseloadTransferId } = scene.ids;
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  const heard = fields.flatMap(({ name, args }) => {
    const needed = args.filter(({ type }) => isNonNullType(type));
    const declared = needed.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
    const given = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const around = (inside: string) => (inside === '' ? '' : `(${inside})`);
    const document = `subscription ${around(declared)} { ${name}${around(given)} { cursor } }`;
    return viewers.map(async (viewer) => {
      const operation = { document, variables: { caseId, caseloadTransferId } };
      const { body } = await listen(scene.api, viewer, operation, patience);
      const refused = body.includes('"errors"');
      return { viewer, subscription: name, refused, news: body.includes('"cursor"') };
    });
  });
  await sleep(patience / 2);
  await scene.makeNews();
  return await Promise.all(heard);
}

/** How long everybody listens, in milliseconds: long enough for all to be connected before there are news, and to hear them. */
const patience = 6_000;
