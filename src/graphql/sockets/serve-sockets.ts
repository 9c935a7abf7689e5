import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { requestLanguage } from '../request-language.ts';
import { countOpen } from '../shell/count-open.ts';
import { refuseRaw } from '../shell/refuse-raw.ts';
import { requestIdOf } from '../shell/request-id.ts';
import type { Shell } from '../shell/shell.ts';
import type { ShellCode } from '../shell/shell-error.ts';
import { socketLimits } from './socket-limits.ts';
import { type SocketParts, socketProtocol } from './socket-protocol.ts';
import { wireSocket } from './wire-socket.ts';

/**
 * Serves graphql-transport-ws on the HTTP server's /graphql, to programs and to pages of allowed origins.
 * @returns ends every socket in order; those that do not answer within the patience, in milliseconds, are cut.
 */
export function serveSockets(
  server: Server,
  parts: SocketParts & { shell: Shell },
): (patience: number) => Promise<void> {
  const { shell, log } = parts;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: socketLimits.messageBytes,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = makeServer(socketProtocol(parts));
  const ofAddress = countOpen(socketLimits.ofAddress);

  /** Why a socket is not opened; null where it may be. */
  function refusalOf(request: IncomingMessage, address: string): ShellCode | null {
    if (request.url?.split('?')[0] !== '/graphql') return 'NOT_FOUND';
    if (!shell.allowsHost(request.headers.host)) return 'MISDIRECTED_REQUEST';
    const { origin } = request.headers;
    if (origin !== undefined && !shell.allowsOrigin(origin)) return 'ORIGIN_NOT_ALLOWED';
    if (!shell.rates.address.take(address, 1).allowed) return 'RATE_LIMITED';
    return sockets.clients.size >= socketLimits.ofProcess ? 'TOO_MANY_CONNECTIONS' : null;
  }

  server.on('upgrade', (request, socket, head) => {
    const requestId = requestIdOf(request, shell.proxies);
    const address = shell.proxies.clientOf(request);
    const refusal = refusalOf(request, address);
    if (refusal !== null) return refuseUpgrade(request, socket, refusal, requestId);
    const leave = ofAddress.enter(address);
    if (leave === null) return refuseUpgrade(request, socket, 'TOO_MANY_CONNECTIONS', requestId);
    socket.once('close', leave);
    sockets.handleUpgrade(request, socket, head, (open) => {
      // A frame that is too long or none at all: ws closes with the code of what is wrong. Unheard, it would end the process.
      open.on('error', () => undefined);
      if (open.protocol === '')
        return open.close(CloseCode.SubprotocolNotAcceptable, 'Use graphql-transport-ws');
      const acceptLanguage = request.headers['accept-language'];
      const isBusy = () => false;
      const connection = { socket: open, requestId, address, acceptLanguage, busyAt: Date.now(), isBusy };
      wireSocket(open, protocol, connection, log);
    });
  });
  // A handshake that is none; ws would answer it with a page of its own.
  sockets.on('wsClientError', (_error, socket, request) =>
    refuseUpgrade(request, socket, 'BAD_REQUEST', requestIdOf(request, shell.proxies)),
  );
  return async (patience) => {
    const terminate = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, patience);
    for (const socket of sockets.clients) socket.close(1001, 'Going away');
    await new Promise((resolve) => {
      sockets.close(resolve);
    });
    clearTimeout(terminate);
  };
}

/** Answers an upgrade as a request that is refused, and hangs up. */
function refuseUpgrade(
  { headers }: IncomingMessage,
  socket: Duplex,
  code: ShellCode,
  requestId: string,
): void {
  refuseRaw(socket, code, requestLanguage(headers['accept-language'], 'EN'), requestId);
}
