import { expect, test } from 'vitest';
import { mailLink } from '#components/log/drawer/mail-link.ts';

test('a mail says what was typed, and only that', () => {
  const link = new URL(mailLink({ to: ' safety@example.com ', subject: 'Ä & co', body: 'One\nTwo = 2' }));
  expect(link.pathname).toBe('safety@example.com');
  expect(Object.fromEntries(link.searchParams)).toEqual({ subject: 'Ä & co', body: 'One\r\nTwo = 2' });
});

test('nothing typed becomes a header of its own', () => {
  const link = new URL(
    mailLink({ to: 'a@example.com?bcc=b@example.com', subject: 'x&bcc=b@example.com', body: 'y&cc=z' }),
  );
  expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
});
