import { X } from "lucide-react";
import Link from "next/link";
import { CopyHtml } from "@/components/admin/media/copy-html";
import { DeleteMedia } from "@/components/admin/media/delete-media";
import { DetailsForm } from "@/components/admin/media/details-form";
import { DetailsHeading } from "@/components/admin/media/details-heading";
import { MediaUses } from "@/components/admin/media/media-uses";
import { ReplaceMedia } from "@/components/admin/media/replace-media";
import { RetryMedia } from "@/components/admin/media/retry-media";
import { longTime } from "@/lib/dates";
import { byteSize } from "@/lib/media/byte-size";
import type { MediaDetails as Details } from "@/lib/media/loaders";
import { FORMAT_NAMES } from "@/lib/media/validation";

function Facts({ picture }: { picture: Details }) {
  const { original, bytes, mime, uploadedBy, uploadedAt } = picture;
  return (
    <dl className="facts">
      <dt>尺寸</dt>
      <dd>
        {original.width} × {original.height} 像素
      </dd>
      <dt>文件</dt>
      <dd>
        {FORMAT_NAMES[mime] ?? mime}，{byteSize(bytes)}，<a href={original.path}>看原图</a>
      </dd>
      <dt>上传</dt>
      <dd>
        {uploadedBy ?? "来源导入"}，{longTime(uploadedAt)}
      </dd>
    </dl>
  );
}

/** Everything about one picture, and what can be done with it. */
export function MediaDetails({ picture, closePath }: { picture: Details; closePath: string }) {
  const { preview, may } = picture;
  const used = picture.uses.filter(({ inText }) => inText).length;
  return (
    <aside className="details" aria-label="图片详情">
      <header>
        <DetailsHeading>{picture.name}</DetailsHeading>
        <Link className="ib" href={closePath} scroll={false} aria-label="关闭详情">
          <X className="icon" aria-hidden />
        </Link>
      </header>
      <img
        className="details-img"
        src={preview.path}
        alt={picture.alt || picture.name}
        width={preview.width}
        height={preview.height}
      />
      {picture.status === "processing" && <p className="st st-review">处理中，各种尺寸稍后就好；现在就可以用</p>}
      {picture.status === "failed" && <RetryMedia id={picture.id} fault={picture.fault} mayRetry={may.edit} />}
      {picture.isExpired && <p className="fault">版权已经到期，请换掉文章里的这张图片。</p>}
      <Facts picture={picture} />
      <DetailsForm key={picture.id} picture={picture} readOnly={!may.edit} />
      <MediaUses uses={picture.uses} />
      <CopyHtml html={picture.html} />
      {may.edit && <ReplaceMedia id={picture.id} used={used} />}
      {may.delete && <DeleteMedia id={picture.id} name={picture.name} closePath={closePath} />}
    </aside>
  );
}
