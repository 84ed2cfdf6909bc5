// Tokens at rest: AES-256-GCM under the first of `TOKEN_KEY`; the other keys open what was sealed before a change of keys.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals and opens texts; each belongs to an owner and opens for no other one. */
export interface Sealer {
  seal(text: string, owner: string): string;
  /** Null when no key opens it. `old`: it should be sealed anew under the first key. */
  open(sealed: string, owner: string): { text: string; old: boolean } | null;
}

const algorithm = 'aes-256-gcm';
const version = 'v1';

/** @throws Error without a key */
export function createSealer(keys: readonly Buffer[]): Sealer {
  const [first] = keys;
  if (!first) throw new Error('a sealer needs a key');
  return {
    seal(text, owner) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, first, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const parts = [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
      return [version, nameOf(first), ...parts].join('.');
    },
    open(sealed, owner) {
      const [form, name, nonce = '', tag = '', rest = ''] = sealed.split('.');
      const key = keys.find((one) => nameOf(one) === name);
      if (form !== version || !key) return null;
      try {
        const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64url'), {
          authTagLength: 16,
        })
          .setAAD(Buffer.from(owner))
          .setAuthTag(Buffer.from(tag, 'base64url'));
        const text = Buffer.concat([decipher.update(Buffer.from(rest, 'base64url')), decipher.final()]);
        return { text: text.toString('utf8'), old: key !== first };
      } catch {
        return null;
      }
    },
  };
}

/** Names a key without giving anything of it away. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('hakaru key ').update(key).digest('hex').slice(0, 8);
}
