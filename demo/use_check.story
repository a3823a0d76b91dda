周琪 use_check
  · period = 首期经费到账至今
  · result = 发现问题
  · doubt_fen = 1万
  · findings = 抽查凭证十二份，一笔设备运费没有附合同。
  · measures = 一个月内补齐合同或者退回。
