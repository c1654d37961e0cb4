/** `3 家媒体`; of one outlet that told it again, `2 篇同题`. */
export const sayCluster = ({ outlets, articles }: { outlets: number; articles: number }) =>
  outlets > 1 ? `${outlets} 家媒体` : `${articles} 篇同题`;
