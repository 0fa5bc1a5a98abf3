<?php
/**
 * A page of its own for every record, which other sites can embed by oEmbed.
 *
 * @package Attested
 */

defined( 'ABSPATH' ) || exit;

/**
 * The address of a widget's own page.
 *
 * @param string                $tag        A name in the table.
 * @param string                $id         The record's id, where it shows one.
 * @param array<string, string> $attributes Its other attributes.
 * @return string
 */
function attested_page_url( $tag, $id = '', $attributes = array() ) {
	return add_query_arg( array( 'attested' => $tag . ( '' === $id ? '' : '/' . $id ) ) + array_map( 'rawurlencode', $attributes ), home_url( '/' ) );
}

/**
 * What the address of a page asks for.
 *
 * @param array<string, mixed> $query The arguments of the address, without slashes.
 * @return array{tag: string, attributes: array<string, string>, title: string}|null Null where there is no such thing.
 */
function attested_page( $query ) {
	list( $tag, $id ) = array_pad( explode( '/', isset( $query['attested'] ) && is_string( $query['attested'] ) ? $query['attested'] : '', 2 ), 2, '' );

	$widgets = attested_widgets();
	if ( ! isset( $widgets[ $tag ] ) || ! empty( $widgets[ $tag ]['inline'] ) ) {
		return null;
	}
	$title = $widgets[ $tag ]['title'];
	unset( $query['src'] );
	if ( isset( $widgets[ $tag ]['record'] ) ) {
		$title = attested_title( $widgets[ $tag ]['record'], $id );
		if ( '' === $title ) {
			return null;
		}
		$query[ $widgets[ $tag ]['record'] ] = $id;
	} elseif ( '' !== $id ) {
		return null;
	}
	return array(
		'tag'        => $tag,
		'attributes' => attested_attributes( $tag, $query ),
		'title'      => $title,
	);
}

/**
 * What another site needs to embed a page.
 *
 * @param string $url       An address of this site.
 * @param int    $max_width In pixels.
 * @return array<string, mixed>|null As oEmbed 1.0 has it; null where it is no page of a record.
 */
function attested_oembed( $url, $max_width = 600 ) {
	$home = wp_parse_url( home_url( '/' ) );
	$path = wp_parse_url( $url );
	if ( ! $path || ( isset( $path['host'] ) ? $path['host'] : '' ) !== $home['host'] || ( isset( $path['port'] ) ? $path['port'] : 0 ) !== ( isset( $home['port'] ) ? $home['port'] : 0 ) ) {
		return null;
	}
	wp_parse_str( isset( $path['query'] ) ? $path['query'] : '', $query );
	$page = attested_page( $query );
	if ( ! $page ) {
		return null;
	}
	$width  = max( 200, min( 1200, $max_width ) );
	$height = 400;
	return array(
		'version'       => '1.0',
		'type'          => 'rich',
		'provider_name' => get_bloginfo( 'name' ),
		'provider_url'  => home_url( '/' ),
		'title'         => $page['title'],
		'width'         => $width,
		'height'        => $height,
		'cache_age'     => DAY_IN_SECONDS,
		// The link is for where frames are not; WordPress takes it away once the frame has answered.
		'html'          => sprintf(
			'<blockquote class="wp-embedded-content"><a href="%1$s">%2$s</a></blockquote><iframe class="wp-embedded-content" src="%1$s" width="%3$d" height="%4$d" title="%5$s" frameborder="0" loading="lazy"></iframe>',
			esc_url( $url ),
			esc_html( $page['title'] ),
			$width,
			$height,
			esc_attr( $page['title'] )
		),
	);
}

add_filter(
	'query_vars',
	function ( $names ) {
		$names[] = 'attested';
		return $names;
	}
);

add_action(
	'template_redirect',
	function () {
		if ( '' === get_query_var( 'attested', '' ) ) {
			return;
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- an address that anyone may open.
		$page = attested_page( wp_unslash( $_GET ) );
		if ( $page ) {
			attested_show_page( $page );
			exit;
		}
		global $wp_query;
		$wp_query->set_404();
		status_header( 404 );
		nocache_headers();
	},
	0
);

/**
 * Writes the page of a record.
 *
 * @param array{tag: string, attributes: array<string, string>, title: string} $page Such as attested_page() gives.
 */
function attested_show_page( $page ) {
	$widget = attested_widgets()[ $page['tag'] ];
	$record = isset( $widget['record'] ) ? $widget['record'] : '';
	$others = array_diff_key( $page['attributes'], array( $record => '' ) );
	$url    = attested_page_url( $page['tag'], $record ? $page['attributes'][ $record ] : '', $others );
	$html   = attested_render( $page['tag'], array( 'heading-level' => '1' ) + $page['attributes'] );
	wp_enqueue_style( 'attested-page', ATTESTED_URL . 'assets/page.css', array( 'attested-static' ), ATTESTED_VERSION );
	wp_enqueue_script( 'attested-page', ATTESTED_URL . 'assets/page.js', array(), ATTESTED_VERSION, true );
	status_header( 200 );
	?>
<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo( 'charset' ); ?>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?php echo esc_html( $page['title'] . ' – ' . get_bloginfo( 'name' ) ); ?></title>
<link rel="canonical" href="<?php echo esc_url( $url ); ?>">
<link rel="alternate" type="application/json+oembed" href="<?php echo esc_url( add_query_arg( 'url', rawurlencode( $url ), rest_url( 'attested/v1/oembed' ) ) ); ?>" title="<?php echo esc_attr( $page['title'] ); ?>">
	<?php wp_print_styles( array( 'attested-static', 'attested-page' ) ); ?>
</head>
<body class="attested-page">
<main><?php echo $html; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- attested_render() escapes. ?></main>
<footer><a href="<?php echo esc_url( home_url( '/' ) ); ?>" target="_top"><?php bloginfo( 'name' ); ?></a></footer>
	<?php wp_print_scripts( array( 'attested', 'attested-page' ) ); ?>
</body>
</html>
	<?php
}

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'attested/v1',
			'/oembed',
			array(
				'methods'             => WP_REST_Server::READABLE,
				'permission_callback' => '__return_true',
				'args'                => array(
					'url'      => array(
						'type'              => 'string',
						'required'          => true,
						'sanitize_callback' => 'esc_url_raw',
					),
					'maxwidth' => array(
						'type'    => 'integer',
						'default' => 600,
					),
					'format'   => array(
						'type'    => 'string',
						'enum'    => array( 'json' ),
						'default' => 'json',
					),
				),
				'callback'            => function ( WP_REST_Request $request ) {
					$answer = attested_oembed( $request['url'], $request['maxwidth'] );
					return $answer ? rest_ensure_response( $answer ) : new WP_Error( 'attested_not_found', __( 'This is no page of a record.', 'attested' ), array( 'status' => 404 ) );
				},
			)
		);
	}
);

// This site's own pages are embedded without a request to itself.
add_filter(
	'pre_oembed_result',
	function ( $result, $url, $arguments ) {
		if ( null !== $result ) {
			return $result;
		}
		$answer = attested_oembed( $url, isset( $arguments['width'] ) ? (int) $arguments['width'] : 600 );
		return $answer ? preg_replace( '~<blockquote.*?</blockquote>~s', '', $answer['html'] ) : null;
	},
	10,
	3
);
