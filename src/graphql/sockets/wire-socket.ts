import { CloseCode, type Server, stringifyMessage } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { describeError } from '../../platform/describe-error.ts';
import type { Logger } from '../../platform/log.ts';
import { inRequest } from '../../platform/request-scope.ts';
import { answerPing } from './answer-ping.ts';
import type { Connection } from './connection.ts';
import { socketLimits } from './socket-limits.ts';

/** A client that sends more than it may is hung up on with the code that graphql-ws clients do not answer by trying again. */
const tooMany = CloseCode.TooManyInitialisationRequests;

/**
 * Joins an open socket to the protocol: messages come in, each with a request id of its own, and go out no faster than they are
 * taken; whoever sends too many is hung up on, whoever no longer answers is cut.
 */
export function wireSocket(
  socket: WebSocket,
  server: Server<Connection>,
  connection: Connection,
  log: Logger,
): void {
  let messages = 0;
  const forgetMessages = setInterval(() => {
    messages = 0;
  }, 10_000);
  const tooManyMessages = () => {
    messages += 1;
    if (messages > socketLimits.messagesInTenSeconds) socket.close(tooMany, 'Too many messages');
    return messages > socketLimits.messagesInTenSeconds;
  };

  let answered = true;
  const keepAlive = setInterval(() => {
    if (!answered) return socket.terminate();
    if (connection.isBusy()) connection.busyAt = Date.now();
    if (connection.busyAt < Date.now() - socketLimits.idle) {
      return socket.close(CloseCode.ConnectionInitialisationTimeout, 'Idle');
    }
    answered = false;
    socket.ping();
  }, socketLimits.keepAlive);

  const send = (data: string) =>
    new Promise<void>((resolve, reject) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      socket.send(data, (error) => (error ? reject(error) : resolve()));
    });

  let count = 0;
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send,
      onPing: async (payload) => send(stringifyMessage(await answerPing(connection.signIn, payload))),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) =>
        socket.on('message', (data, isBinary) => {
          if (tooManyMessages()) return;
          if (isBinary) return socket.close(CloseCode.BadRequest, 'Only text is understood');
          count += 1;
          const requestId = `${connection.requestId}.${count}`;
          inRequest({ requestId, acceptLanguage: connection.acceptLanguage }, () =>
            handle(String(data)),
          ).catch((error: unknown) => {
            log.error({ ...describeError(error), requestId }, 'unexpected error');
            socket.close(CloseCode.InternalServerError, 'Internal server error');
          });
        }),
    },
    connection,
  );
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('ping', tooManyMessages);
  socket.once('close', (code, reason) => {
    clearInterval(forgetMessages);
    clearInterval(keepAlive);
    void closed(code, String(reason));
  });
}
