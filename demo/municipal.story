周琪 municipal_record
  · result = included
  · name = 重庆市2026年揭榜挂帅项目榜单（演示）
  · document = 渝科局发〔演示〕12号
  · day = $today
  · scan = 市级榜单.txt
  · match_fen = 20万
  · match_document = 大足财教〔演示〕3号
