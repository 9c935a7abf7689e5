import { create as contentDisposition } from 'content-disposition';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, findActor } from '../domain/actor.ts';
import type { Bilingual } from '../domain/language.ts';
import { openReferralDocument } from '../domain/referrals/open-referral-document.ts';
import { openReferralLetter } from '../domain/referrals/open-referral-letter.ts';
import type { ContextBase } from './context.ts';
import { requestLanguage } from './request-language.ts';
import type { LinkKind } from './signed-links.ts';

/** Of every file behind a link: nobody keeps it, and no page that shows or links it learns more than it has to. */
const headers = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * Serves files behind signed links, for as long as the link's owner may see them: GET /letters/:token, to be shown by the
 * browser, and GET /documents/:token, to be saved.
 * @param origins whose pages may show a letter in a frame.
 */
export function serveDownloads(
  app: FastifyInstance,
  { platform, links }: ContextBase,
  origins: readonly string[],
): void {
  /** Whoever the link belongs to, and what it leads to; null where it does not work. */
  async function follow(kind: LinkKind, token: string): Promise<{ actor: Actor; id: string } | null> {
    const link = await links.read(kind, token);
    const actor = link === null ? null : await findActor(platform.database, { id: link.staffId });
    return link === null || actor === null ? null : { actor, id: link.id };
  }

  app.get<{ Params: { token: string } }>('/letters/:token', async (request, reply) => {
    const link = await follow('letters', request.params.token);
    const letter = link === null ? null : await openReferralLetter(link.actor, platform, link.id);
    if (letter === null) return refuse(request, reply);
    return reply
      .headers({
        ...headers,
        'content-type': 'application/pdf',
        'content-disposition': 'inline',
        'content-security-policy': `frame-ancestors ${["'self'", ...origins].join(' ')}`,
      })
      .send(Buffer.from(letter.pdf));
  });

  app.get<{ Params: { token: string } }>(
    '/documents/:token',
    { exposeHeadRoute: false },
    async (request, reply) => {
      const link = await follow('documents', request.params.token);
      const document = link === null ? null : await openReferralDocument(link.actor, platform, link.id);
      if (document === null) return refuse(request, reply);
      // A file can be made to be two things at once, so nothing takes it for a page of this origin.
      return reply
        .headers({
          ...headers,
          'content-type': document.mediaType,
          'content-length': document.byteSize,
          'content-disposition': contentDisposition(document.fileName),
          'content-security-policy': "sandbox; default-src 'none'",
        })
        .send(document.content);
    },
  );
}

const brokenLink: Bilingual = {
  EN: 'This link does not work, or no longer. Ask for a new one.',
  FR: 'Ce lien ne fonctionne pas ou ne fonctionne plus. Demandez-en un nouveau.',
};

/** Whoever follows a link sees this in the browser, so it is in the browser's language. */
function refuse({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = requestLanguage(headers['accept-language'], 'EN');
  return reply.code(404).type('text/plain; charset=utf-8').send(brokenLink[language]);
}
