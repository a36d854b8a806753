import { useT } from '#app/i18n/use-t.tsx'
import { breakdowns, type CountsQuestion } from '../schema.ts'

const formats = ['csv', 'json', 'xlsx'] as const

/** One line per breakdown, one link per format. */
export function DownloadTable({ hrefOf }: { hrefOf: (question: CountsQuestion) => string }) {
  const t = useT()
  return (
    <table className="figures">
      <caption className="visually-hidden">{t('numbers.downloads.caption')}</caption>
      <tbody>
        {breakdowns.map((by) => (
          <tr key={by}>
            <th scope="row">
              {t('numbers.downloads.what')} {t(`numbers.downloads.by.${by}`)}
            </th>
            {formats.map((format) => (
              <td key={format}>
                <a
                  href={hrefOf({ by, format })}
                  aria-label={t('numbers.downloads.file', {
                    what: `${t('numbers.downloads.what')} ${t(`numbers.downloads.by.${by}`)}`,
                    format: t(`numbers.downloads.${format}`),
                  })}
                >
                  {t(`numbers.downloads.${format}`)}
                </a>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
