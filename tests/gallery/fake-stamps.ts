import type { StampAnswer, StampPorts } from '#components/log/stamp-contract.ts';

const STAMPED: StampAnswer = {
  ok: true,
  size: 1204,
  time: Date.UTC(2026, 10, 20, 12, 4),
  authority: 'CN=Lighthouse Time, O=Lighthouse, C=DE',
  fingerprint: '54329e93718d63c65d14f9e59053f30b022beee0697a6f1313119c346e0a9251',
};

/** A time stamping authority that was asked before. */
export const stampPorts = (answer: StampAnswer = STAMPED): StampPorts => ({
  readAddress: async () => 'https://time.lighthouse.example/tsr',
  prepare: async (address) => ({
    address,
    host: 'time.lighthouse.example',
    note: '',
    size: 1204,
    digest: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  }),
  ask: async () => answer,
});
