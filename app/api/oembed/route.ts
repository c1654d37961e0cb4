export { answerOembed as GET } from "@/lib/embeds/oembed-endpoint";
