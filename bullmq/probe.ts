/** Asks a server whether it speaks TLS, or Redis without TLS. Nothing secret is sent. */
import { connect as plain } from 'node:net';
import { connect as secure } from 'node:tls';

export interface Asked {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

/** Milliseconds to wait for an answer. */
const PATIENCE_MS = 3000;

export function speaks({ host, port, tls }: Asked): Promise<boolean> {
  return new Promise((resolve) => {
    // Any certificate will do, as the connection ends after the handshake.
    const socket = tls
      ? secure({ host, port, rejectUnauthorized: false }, () => end(true))
      : plain({ host, port }, () => socket.write('PING\r\n'));
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PATIENCE_MS, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    if (!tls) socket.once('data', (data) => end(/^[+-][A-Z]/.test(data.toString('latin1'))));
  });
}
