import { REPORT_LIMITS } from "@/lib/reports/validation";
import { reportErrorPath } from "@/lib/urls";

/**
 * Reports an error without an account, a cookie or a script. The same for everyone, so that the page stays one for all
 * readers.
 */
export function ReportForm({ articleId, slug }: { articleId: string; slug: string }) {
  return (
    <details className="report" id="report">
      <summary>报错</summary>
      <form method="post" action="/api/reports">
        <p className="report-lead">
          发现差错？告诉编辑，不用登录；提交后打开的页面会显示处理结果。
          <a href={reportErrorPath(slug)}>在原文里点选句子</a>
        </p>
        <label>
          <span>
            有误的原文 <small>可以从上文复制</small>
          </span>
          <textarea name="quote" rows={2} maxLength={REPORT_LIMITS.quote} />
        </label>
        <ReportFields articleId={articleId} />
      </form>
    </details>
  );
}

/** What every report says beside the sentence. */
export function ReportFields({ articleId }: { articleId: string }) {
  return (
    <>
      <input type="hidden" name="articleId" value={articleId} />
      <label>
        <span>
          哪里有误 <small>必填</small>
        </span>
        <textarea name="message" rows={3} required maxLength={REPORT_LIMITS.message} />
      </label>
      <label>
        <span>
          联系方式 <small>选填，只有编辑能看到</small>
        </span>
        <input name="contact" maxLength={REPORT_LIMITS.contact} autoComplete="email" />
      </label>
      <p className="trap" aria-hidden="true">
        请留空
        <input name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <button type="submit">提交</button>
    </>
  );
}
