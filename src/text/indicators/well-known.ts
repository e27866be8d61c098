const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Sites that reports mention and that are nobody's attack infrastructure as such: firms, news, agencies, standards. Registrable domains. */
export const WELL_KNOWN = words(`
  google.com gmail.com youtube.com microsoft.com live.com outlook.com office.com office365.com windows.com windowsupdate.com bing.com msn.com skype.com linkedin.com apple.com icloud.com amazon.com aws.amazon.com
  facebook.com instagram.com whatsapp.com twitter.com x.com t.co reddit.com pinterest.com tiktok.com telegram.org t.me signal.org medium.com wordpress.com wordpress.org blogspot.com wikipedia.org wikimedia.org yahoo.com
  baidu.com qq.com weibo.com yandex.ru yandex.com vk.com mail.ru naver.com daum.net github.com gitlab.com bitbucket.org sourceforge.net stackoverflow.com docker.com
  mozilla.org adobe.com oracle.com java.com ibm.com intel.com cisco.com dell.com hp.com vmware.com citrix.com sap.com salesforce.com cloudflare.com akamai.com fastly.com debian.org ubuntu.com redhat.com kernel.org python.org php.net apache.org
  virustotal.com hybrid-analysis.com any.run abuse.ch shodan.io censys.io urlscan.io mitre.org nist.gov cisa.gov us-cert.gov fbi.gov justice.gov ic3.gov nsa.gov state.gov treasury.gov whitehouse.gov europa.eu ncsc.gov.uk cert.org first.org cve.org
  fireeye.com mandiant.com crowdstrike.com paloaltonetworks.com kaspersky.com securelist.com eset.com welivesecurity.com symantec.com broadcom.com mcafee.com trellix.com trendmicro.com sophos.com fortinet.com checkpoint.com talosintelligence.com
  proofpoint.com secureworks.com recordedfuture.com bitdefender.com malwarebytes.com sentinelone.com f-secure.com withsecure.com group-ib.com clearskysec.com dragos.com volexity.com zscaler.com rapid7.com cybereason.com anomali.com intel471.com threatpost.com
  bleepingcomputer.com krebsonsecurity.com thehackernews.com darkreading.com securityweek.com cyberscoop.com theregister.com wired.com zdnet.com arstechnica.com techcrunch.com theverge.com vice.com
  bbc.com bbc.co.uk cnn.com nytimes.com washingtonpost.com wsj.com reuters.com apnews.com bloomberg.com theguardian.com ft.com politico.com economist.com nbcnews.com cbsnews.com abcnews.go.com foxnews.com spiegel.de lemonde.fr yonhapnews.co.kr
  w3.org ietf.org iana.org icann.org schema.org xmlsoap.org openxmlformats.org purl.org archive.org letsencrypt.org digicert.com verisign.com
`);

/** Anybody can put files or pages there: a link with a path that its author defanged stays an indicator. */
export const HOSTING = words(`
  google.com googleapis.com googleusercontent.com blogspot.com dropbox.com dropboxusercontent.com onedrive.live.com live.com 1drv.ms sharepoint.com github.com githubusercontent.com github.io gitlab.com bitbucket.org
  pastebin.com mediafire.com mega.nz mega.co.nz discordapp.com discord.com telegram.org t.me wordpress.com medium.com amazonaws.com windows.net azurewebsites.net cloudfront.net archive.org sourceforge.net yandex.ru yandex.com vk.com
`);

/** Names set aside for examples (RFC 2606, 6761). */
export const EXAMPLES = words('example.com example.org example.net');
export const EXAMPLE_SUFFIXES = words('example test invalid localhost local');

/** Digests of the empty file. */
export const EMPTY_FILE = words(
  'd41d8cd98f00b204e9800998ecf8427e da39a3ee5e6b4b0d3255bfef95601890afd80709 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
);
