// App Home: publishes of one person never overtake each other.
import { setImmediate as breath } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createHomes } from '../../src/slack/homes.ts';

/** Drawings that end when the test ends them; `log` says what began and what was put up. */
function drawings() {
  const log: string[] = [];
  const ends = new Map<string, { resolve(): void; reject(error: Error): void }>();
  const draw = (name: string) => () => {
    log.push(`${name} begins`);
    return new Promise<void>((resolve, reject) =>
      ends.set(name, {
        resolve() {
          log.push(`${name} stands`);
          resolve();
        },
        reject,
      }),
    );
  };
  return { log, draw, end: (name: string) => ends.get(name) };
}

test('a view asked for while another is on its way is drawn after it and stands last', async () => {
  const { redraw } = createHomes();
  const { log, draw, end } = drawings();
  const all = [redraw('U1', draw('old')), redraw('U1', draw('between')), redraw('U1', draw('new'))];
  await breath();
  expect(log).toEqual(['old begins']);
  end('old')?.resolve();
  await breath();
  end('new')?.resolve();
  await Promise.all(all);
  expect(log).toEqual(['old begins', 'old stands', 'new begins', 'new stands']);
});

test('another person does not wait', async () => {
  const { redraw } = createHomes();
  const { log, draw, end } = drawings();
  const slow = redraw('U1', draw('one'));
  const quick = redraw('U2', draw('other'));
  end('other')?.resolve();
  await quick;
  expect(log).toEqual(['one begins', 'other begins', 'other stands']);
  end('one')?.resolve();
  await slow;
});

test('a view that Slack refused does not hold up the next one', async () => {
  const { redraw } = createHomes();
  const { log, draw, end } = drawings();
  const refused = redraw('U1', draw('refused'));
  const next = redraw('U1', draw('next'));
  end('refused')?.reject(new Error('invalid_blocks'));
  await expect(refused).rejects.toThrow('invalid_blocks');
  await breath();
  end('next')?.resolve();
  await next;
  const later = redraw('U1', draw('later'));
  end('later')?.resolve();
  await later;
  expect(log.slice(1)).toEqual(['next begins', 'next stands', 'later begins', 'later stands']);
});
