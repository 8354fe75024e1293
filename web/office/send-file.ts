import { TRPCClientError } from '@trpc/client';
import type { Problem } from '../../shared/problem.ts';

export interface SentFile {
  id: string;
  name: string;
  size: number;
}

export interface Sending {
  /** Called now and then with the bytes so far. */
  onProgress: (sent: number, total: number) => void;
  signal: AbortSignal;
}

export type SendFile = (file: File, sending: Sending) => Promise<SentFile>;

/**
 * Brings a file to the office's part of the portal, as it is. `fetch` does not tell how far it is. Rejects as the client of the
 * office does (`problemOf`), and with the signal's reason where it was stopped.
 */
export const sendFile: SendFile = (file, { onProgress, signal }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/office/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('x-meterbook', '1');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response as SentFile);
      else reject(refusal(request.response));
    });
    request.addEventListener('error', () => reject(new TRPCClientError('no answer')));
    request.addEventListener('abort', () => reject(signal.reason));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

function refusal(body: { error?: { message: string; data: { problem: Problem } } } | null): Error {
  if (!body?.error) return new TRPCClientError('no answer of ours');
  return TRPCClientError.from({ error: { code: -32_000, ...body.error } } as never);
}
