import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Inbox } from '../embedded/inbox.ts';
import type { Mail } from '../embedded/mail.ts';
import { attachmentHeaders } from './attachment-headers.ts';
import { html } from './html.ts';
import { listPage } from './list-page.ts';
import { mailHtml, mailPolicy } from './mail-html.ts';
import { messagePage } from './message-page.ts';
import { page, pagePolicy } from './page.ts';

type ById = { Params: { id: string } };

/**
 * Adds the pages of the caught mail under /dev/inbox, and the same as JSON under /dev/inbox.json and
 * /dev/inbox/<id>.json. For development only: whoever reaches them reads all mail. What a message brings is escaped, or
 * shown where it can run nothing; an id or number that does not exist is a 404.
 */
export function registerDevInbox(app: FastifyInstance, inbox: Inbox): void {
  app.register(async (pages) => {
    pages.addHook('onSend', async (_request, reply) => {
      reply.headers({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
    });

    pages.get('/dev/inbox', async (_request, reply) => sendPage(reply, listPage(await inbox.list())));

    pages.get<{ Querystring: { limit?: string } }>('/dev/inbox.json', async ({ query }) => {
      const limit = /^\d+$/.test(query.limit ?? '') ? Number(query.limit) : undefined;
      return { messages: (await inbox.list()).slice(0, limit) };
    });

    pages.get<ById>('/dev/inbox/:id.json', async ({ params }, reply) => {
      const mail = await inbox.get(params.id);
      return mail === null ? reply.code(404).send({ error: 'No such message' }) : toJson(mail);
    });

    pages.get<ById & { Querystring: { view?: string } }>(
      '/dev/inbox/:id',
      async ({ params, query }, reply) => {
        const mail = await inbox.get(params.id);
        return mail === null ? sendMissing(reply) : sendPage(reply, messagePage(mail, query.view));
      },
    );

    pages.get<ById>('/dev/inbox/:id/html', async ({ params }, reply) => {
      const mail = await inbox.get(params.id);
      const shown = mail === null ? null : mailHtml(mail);
      if (shown === null) return sendMissing(reply);
      return reply.type('text/html; charset=utf-8').header('content-security-policy', mailPolicy).send(shown);
    });

    pages.get<ById>('/dev/inbox/:id/text', async ({ params }, reply) => {
      const text = (await inbox.get(params.id))?.text ?? null;
      return text === null ? sendMissing(reply) : reply.type('text/plain; charset=utf-8').send(text);
    });

    pages.get<ById>('/dev/inbox/:id/source', async ({ params }, reply) => {
      const source = await inbox.raw(params.id);
      return source === null ? sendMissing(reply) : reply.type('text/plain; charset=utf-8').send(source);
    });

    pages.get<{ Params: { id: string; n: string }; Querystring: { download?: string } }>(
      '/dev/inbox/:id/attachments/:n',
      async ({ params, query }, reply) => {
        const part = /^\d+$/.test(params.n)
          ? (await inbox.get(params.id))?.attachments[Number(params.n)]
          : undefined;
        if (part === undefined) return sendMissing(reply);
        return reply
          .headers(attachmentHeaders(part, query.download !== undefined))
          .send(Buffer.from(part.content));
      },
    );
  });
}

function sendPage(reply: FastifyReply, markup: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy).send(markup);
}

function sendMissing(reply: FastifyReply): FastifyReply {
  const content = html`<div class="empty card"><strong>There is no such message</strong><a href="/dev/inbox">All messages</a></div>`;
  return sendPage(reply.code(404), page({ title: 'Not found', note: '', content }));
}

function toJson(mail: Mail) {
  return {
    ...mail,
    attachments: mail.attachments.map(({ content, ...part }, index) => ({
      ...part,
      size: content.byteLength,
      url: `/dev/inbox/${mail.id}/attachments/${index}`,
    })),
  };
}
