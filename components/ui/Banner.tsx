import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

interface BannerProps {
  tone: 'info' | 'caution' | 'danger' | 'good';
  title: ComponentChildren;
  children?: ComponentChildren;
  /** `alert` is read at once, `status` when the reader is free. Missing: plain text. */
  role?: 'alert' | 'status';
}

const ICON = { info: 'info', caution: 'alert', danger: 'stop', good: 'check' } as const;

export const Banner = ({ tone, title, children, role }: BannerProps) => (
  <div class={`banner ${tone}`} role={role}>
    <Icon name={ICON[tone]} size={18} />
    <div class="banner-words">
      <p class="banner-title">{title}</p>
      {children}
    </div>
  </div>
);
