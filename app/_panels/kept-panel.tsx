'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Keep } from '../_charts/mark'
import { later } from '../_ui/later'
import { Sheet } from '../_ui/sheet'

const KeptOnPage = later(() => import('../_parts/kept-on-page').then(({ KeptOnPage }) => KeptOnPage))

/** Saved scenarios in the top bar: of what is on this page, and for use on it. */
export function KeptPanel() {
  const t = useTranslations('kept')
  const [open, setOpen] = useState(false)
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      trigger={
        <button type="button" className="button solid">
          <Keep />
          <span>{t('open')}</span>
        </button>
      }
    >
      <KeptOnPage onClose={() => setOpen(false)} />
    </Sheet>
  )
}
